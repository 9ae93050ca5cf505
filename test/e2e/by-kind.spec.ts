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

test('on a phone the kinds of cards are one choice, in sight as a whole', async ({ server, phone: page }) => {
  const table = await makeRichTable(server)
  const phone = new TablePage(page, 'Pia')
  await phone.sitsDownAt(table.link('editor'))
  await page.getByRole('button', { name: 'Tabella' }).click()
  const kinds = page.getByRole('combobox', { name: 'Tipo di scheda' })
  await expect(kinds).toBeInViewport({ ratio: 1 })
  await kinds.selectOption('fund')
  await expect(page.getByRole('grid').getByText('FESR', { exact: true }).first()).toBeVisible()

  // The canvas is first seen where its titles can be read, not as small as the whole table has to be.
  await phone.opensView('Lavagna')
  await expect(page.getByRole('button', { name: /^46\s%/ })).toBeVisible()
})
