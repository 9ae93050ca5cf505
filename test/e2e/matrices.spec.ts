import { expect, test } from './fixtures.ts'
import { TablePage } from './pages/table-page.ts'
import { makeRichTable } from './places.ts'

test.describe('the matrices', () => {
  test('an overlap is linked in two acts, by keyboard alone', async ({ server, anna: page }) => {
    const table = await makeRichTable(server)
    const anna = new TablePage(page, 'Anna')
    await anna.sitsDownAt(table.link('editor'))
    await anna.opensView('Matrici')
    await expect(page.getByText('1 sovrapposizione non collegata')).toBeVisible()

    const grid = page.getByRole('grid', { name: 'Destinatari e territori' })
    const cell = grid.getByRole('button', { name: /^Giovani × Lorenteggio/ })
    await grid.getByRole('button', { name: /^Anziani × Giambellino/ }).focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowLeft')
    await expect(cell).toBeFocused()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Giovani × Lorenteggio' })
    await dialog.getByRole('button', { name: /^Collega come complementari/ }).press('Enter')

    await expect(page.getByText('0 sovrapposizioni non collegate')).toBeVisible()
    await expect(cell).toBeFocused()
    await anna.seesSaved()
  })

  test('a need that nobody answers gets its action, which opens to be written', async ({
    server,
    anna: page,
  }) => {
    const table = await makeRichTable(server)
    const anna = new TablePage(page, 'Anna')
    await anna.sitsDownAt(table.link('editor'))
    await anna.opensView('Matrici')
    await expect(page.getByText('1 bisogno senza risposta')).toBeVisible()
    await page.getByRole('button', { name: /^Aggiungi azione per: I giovani/ }).click()
    await expect(page.getByText('0 bisogni senza risposta')).toBeVisible()
    await expect(anna.panel.getByRole('textbox', { name: 'Titolo' })).toBeVisible()
  })

  test('on a telephone nothing lies out of sight sideways, and a need is linked to an action in two acts', async ({
    server,
    phone: page,
  }) => {
    const table = await makeRichTable(server)
    const bruno = new TablePage(page, 'Bruno')
    await bruno.sitsDownAt(table.link('editor'))
    await bruno.opensView('Matrici')
    const needs = page.getByRole('list', { name: 'Bisogni e azioni' })
    const work = needs.getByRole('listitem').filter({ hasText: 'I giovani non trovano tirocini' }).first()
    await expect(needs.getByText('3 risposte')).toBeVisible()
    const sideways = await page
      .locator('.sheet .scroll')
      .evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth).length)
    expect(sideways, 'tables that scroll sideways').toBe(0)

    await work.getByRole('button', { name: /^Altre azioni, non collegate/ }).tap()
    await work.getByRole('button', { name: /Scuola dei quartieri/ }).tap()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Collega: l’azione risponde/ })
      .tap()
    await expect(work.getByText('1 risposta')).toBeVisible()
    await expect(page.getByText('0 bisogni senza risposta')).toBeVisible()
  })

  test('on a telephone a need gets its action', async ({ server, phone: page }) => {
    const table = await makeRichTable(server)
    const bruno = new TablePage(page, 'Bruno')
    await bruno.sitsDownAt(table.link('editor'))
    await bruno.opensView('Matrici')
    await page.getByRole('button', { name: /^Aggiungi azione per: I giovani/ }).tap()
    await expect(page.getByRole('textbox', { name: 'Titolo' })).toBeVisible()
  })
})
