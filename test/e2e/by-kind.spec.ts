import { expect, test } from './fixtures.ts'
import { TablePage } from './pages/table-page.ts'
import { makeRichTable } from './places.ts'

test('beside an open panel, each kind of card can still be seen and chosen', async ({
  server,
  anna: page,
}) => {
  const table = await makeRichTable(server)
  const anna = new TablePage(page, 'Anna')
  await anna.sitsDownAt(table.link('editor'))
  await anna.opensView('Elenco')
  await page.getByRole('button', { name: 'Tabella' }).click()
  await page
    .getByRole('gridcell', { name: /^Scegli: / })
    .first()
    .click()
  await expect(anna.panel).toBeVisible()
  const kinds = page.getByRole('group', { name: 'Tipo di scheda' }).getByRole('button')
  await expect(kinds).toHaveCount(8)
  for (const kind of await kinds.all()) await expect(kind).toBeInViewport({ ratio: 1 })
})
