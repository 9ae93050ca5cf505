import { expect, test } from './fixtures.ts'
import { TablePage } from './pages/table-page.ts'
import { makeRichTable } from './places.ts'

test('a need is followed to its euros, and an amount back to the needs it is for', async ({
  server,
  anna: page,
}) => {
  const table = await makeRichTable(server)
  const anna = new TablePage(page, 'Anna')
  await anna.sitsDownAt(table.link('editor'))
  await anna.opensView('Traccia')
  await expect(page.getByRole('heading', { name: 'Da questo bisogno a 562.500,00 €' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Un posto dove studiare la sera' })).toBeVisible()

  await page.getByRole('button', { name: 'A che cosa servono 562.500,00 €?' }).click()
  await expect(page.getByRole('heading', { name: 'A che cosa servono 562.500,00 €' })).toBeVisible()
  const needs = page.getByRole('button', { name: /^Bisogno: / })
  await expect(needs).toHaveCount(2)

  await page.getByRole('button', { name: 'Segui questo bisogno' }).last().click()
  await expect(page.getByRole('heading', { name: 'Da questo bisogno a 3.029.519,50 €' })).toBeVisible()
  await page.getByRole('button', { name: /Ristrutturazione locali/ }).click()
  await expect(anna.panel.getByRole('textbox', { name: 'Titolo' })).toHaveValue(/^Ristrutturazione/)
})

test('the way back begins at any euro: paid, promised or missing, from the sheet where it stands', async ({
  server,
  anna: page,
}) => {
  const table = await makeRichTable(server)
  const anna = new TablePage(page, 'Anna')
  await anna.sitsDownAt(table.link('editor'))
  const needs = page.getByRole('button', { name: /^Bisogno: / })

  await anna.opensView('Partner')
  await page
    .getByRole('button', { name: 'A che cosa serve? Ciò che mette Comitato inquilini' })
    .press('Enter')
  await expect(
    page.getByRole('heading', { name: 'A che cosa serve ciò che mette Comitato inquilini' }),
  ).toBeVisible()
  await expect(page.getByText('Volontari: 15 volontari · Proposto')).toBeVisible()
  await expect(needs).toHaveCount(2)

  await page.getByLabel('Importo o impegno').selectOption({
    label: '8.000,00 € · Coop. La Strada · Cofinanziamento → Scuola dei quartieri: idee e impresa sociale',
  })
  await expect(
    page.getByRole('heading', { name: 'A che cosa servono 8.000,00 € di Coop. La Strada' }),
  ).toBeVisible()
  await expect(page.getByText('Nessun bisogno collegato a questa azione.')).toBeVisible()

  await anna.opensView('Fondi')
  await page.getByRole('button', { name: 'Per che cosa mancano 100.000,00 €?' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Per che cosa mancano 100.000,00 €' })).toBeVisible()
  await expect(needs).toHaveCount(2)

  await anna.opensView('Fondi')
  await page.getByRole('button', { name: 'A che cosa servono 1.112.332,00 €?' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'A che cosa servono 1.112.332,00 €' })).toBeVisible()
  await needs.press('Enter')
  await anna.panel.getByRole('button', { name: 'Segui questo bisogno' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Da questo bisogno a 3.029.519,50 €' })).toBeVisible()
  await expect(page.getByText('Restano da coprire 100.000,00 €.')).toBeVisible()
})

test('a commitment is confirmed, and an action gets its lead, from the sheet of the partners', async ({
  server,
  anna: page,
}) => {
  const table = await makeRichTable(server)
  const anna = new TablePage(page, 'Anna')
  await anna.sitsDownAt(table.link('editor'))
  await anna.opensView('Partner')
  const toConfirm = page.locator('dl > div', { hasText: 'Impegni da confermare' }).getByRole('definition')
  await expect(toConfirm).toHaveText('2')
  await page.getByRole('button', { name: /^Conferma l’impegno di «Comitato inquilini»/ }).click()
  await expect(toConfirm).toHaveText('1')
  await page.getByRole('button', { name: 'Scegli chi guida «Orti condivisi nei cortili»' }).click()
  await expect(anna.panel.getByRole('combobox', { name: 'Soggetti: Aggiungi' })).toBeFocused()
})

test('every sum of Fondi opens what is behind it: a card, or all of them', async ({ server, anna: page }) => {
  const table = await makeRichTable(server)
  const anna = new TablePage(page, 'Anna')
  await anna.sitsDownAt(table.link('editor'))
  await anna.opensView('Fondi')
  const sums = (name: string) => page.getByRole('region', { name, exact: true })
  await sums('Per asse').getByRole('button', { name: 'Asse 4', exact: true }).press('Enter')
  await expect(anna.panel.getByRole('textbox', { name: 'Titolo' })).toHaveValue(/^Asse 4/)
  await sums('Per anno').getByRole('button', { name: 'senza anno', exact: true }).press('Enter')
  await expect(anna.panel.getByText(/^\d+ schede scelte$/)).toBeVisible()
})
