import { expect, test } from './fixtures.ts'
import { OutlinePage } from './pages/outline-page.ts'

/**
 * What a screen reader finds in the outline of the worked case, word for word: whoever changes it reads the difference.
 * `--update-snapshots` writes it anew.
 */
test('the outline of Quartieri Connessi as a screen reader is told it', async ({ server, anna: page }) => {
  const table = await server.createTable({
    title: 'Quartieri Connessi',
    programme: 'pon-metro-2014-2020',
    city: 'Milano',
    model: 'quartieri-connessi',
  })
  const anna = new OutlinePage(page, 'Anna')
  await anna.sitsDownAt(table.link('editor'))
  await anna.seesSaved()
  await anna.opensView('Elenco')
  await expect(anna.line('FSE')).toContainText('€')
  expect(await anna.main.ariaSnapshot()).toMatchSnapshot('elenco-quartieri-connessi.txt')
})
