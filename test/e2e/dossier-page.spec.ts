import { expect, test } from './fixtures.ts'
import { TablePage } from './pages/table-page.ts'

test('the dossier opens as a page, prints as a PDF whose headings and tables are tagged, and is closed by keyboard', async ({
  server,
  anna: page,
}) => {
  const table = await server.createTable({
    title: 'Quartieri Connessi',
    programme: 'pon-metro-2014-2020',
    city: 'Milano',
    model: 'quartieri-connessi',
  })
  const anna = new TablePage(page, 'Anna')
  await anna.sitsDownAt(table.link('viewer'))
  await anna.opensView('Esporta')
  const opener = page.getByRole('button', { name: 'Apri per stampare' })
  await opener.click()
  await expect(page.getByRole('button', { name: 'Stampa o salva in PDF' })).toBeFocused()
  await expect(page.getByRole('heading', { level: 1, name: 'Quartieri Connessi' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Rilievi ancora aperti' })).toBeVisible()
  await expect(page.getByText(/3\.029\.519,50/).first()).toBeVisible()

  const pdf = (await page.pdf({ tagged: true, format: 'A4' })).toString('latin1')
  expect(pdf).toContain('/StructTreeRoot')
  expect(pdf).toContain('/Lang (it')
  for (const tag of ['/S /H2', '/S /Table', '/S /TH', '/S /TD']) expect(pdf).toContain(tag)

  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Quadro finanziario' })).toHaveCount(0)
  await expect(opener).toBeFocused()
})
