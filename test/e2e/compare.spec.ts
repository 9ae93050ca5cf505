import { expect, test } from './fixtures.ts'
import { TablePage } from './pages/table-page.ts'
import { makeRichTable } from './places.ts'

test('since a moment that got a name, a comparison tells what was agreed and moved, though no card came', async ({
  server,
  anna: page,
}) => {
  const table = await makeRichTable(server)
  const anna = new TablePage(page, 'Anna')
  await anna.sitsDownAt(table.link('facilitator'))
  await anna.opensView('Storia')
  await page.getByRole('button', { name: 'Dai un nome a questo momento' }).click()
  await page.getByRole('dialog').getByLabel('Nome').fill('Primo incontro')
  await page.getByRole('dialog').getByRole('button', { name: 'Dai il nome' }).click()
  await expect(page.getByRole('heading', { name: 'Primo incontro' })).toBeVisible()

  await anna.opensView('Partner')
  await page.getByRole('button', { name: /^Conferma l’impegno di «Comitato inquilini»/ }).click()
  await anna.opensView('Tempi')
  const end = page
    .getByRole('row', { name: /^Piattaforma digitale/ })
    .getByRole('textbox')
    .last()
  await end.fill('30/06/2022')
  await end.press('Enter')
  await anna.seesSaved()

  await anna.opensView('Prima e dopo')
  await expect(page.getByRole('combobox').first().locator('option:checked')).toContainText('Primo incontro')
  await expect(page.getByText('Un impegno è stato confermato.')).toBeVisible()
  await expect(page.getByText('Le date di un’azione sono cambiate.')).toBeVisible()
  await expect(page.getByText('Nessun importo è cambiato.')).toBeVisible()
  await page.getByRole('button', { name: /gen 2019 – dic 2021, ora gen 2019 – giu 2022$/ }).press('Enter')
  await expect(anna.panel.getByRole('textbox', { name: 'Titolo' })).toHaveValue(/^Piattaforma digitale/)
})
