import { expect, test } from './fixtures.ts'
import { TablePage } from './pages/table-page.ts'
import { makeRichTable } from './places.ts'
import { StockClient } from './stock-client.ts'

test('each kind of card can be seen beside a panel, and the focus stays with its card whatever others do', async ({
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
  await anna.panel.getByRole('button', { name: 'Chiudi la scheda' }).click()

  const bruno = new StockClient(server, table, table.keys.editor)
  await bruno.isSynced()
  const focused = page.locator(':focus')
  const cell = (title: string | RegExp) => page.getByRole('gridcell', { name: title, exact: true })
  const told = (title: string) =>
    expect(page.getByRole('status').getByText(`«${title}» non è più qui.`)).toBeAttached()

  await test.step('in the table rows come above, go, and change under the hand', async () => {
    await cell(WORK).click()
    bruno.addsNeed('byKind000001', 'Messo sopra tutti', [0, -500])
    await expect(page.getByRole('row')).toHaveCount(7)
    await page.keyboard.press('ArrowDown')
    await expect(focused).toHaveText(STUDY)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('F2')
    await page.keyboard.press('End')
    await page.keyboard.type(', e nessuno li paga')
    bruno.writesBefore(WORK, 'Molti: ')
    bruno.throwsAway(`Molti: ${WORK}`)
    await expect(
      page.getByRole('status').getByText(/^Un’altra persona ha messo «.*» nel cestino/),
    ).toBeAttached()
    await page.keyboard.press('Enter')
    // Nothing typed is lost, nothing a colleague typed either; the focus is in the row beside.
    await expect.poll(() => bruno.titles()).toContain(`Molti: ${WORK}, e nessuno li paga`)
    await expect(focused).toHaveText(STUDY)
    bruno.throwsAway(STUDY)
    await told(STUDY)
    await expect(focused).toHaveText(POOL)
  })

  await test.step('a command from the menu of a row is done', async () => {
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Metti nel cestino' }).click()
    await expect(cell(POOL)).toHaveCount(0)
    await expect(focused).toHaveAttribute('role', 'gridcell')
  })

  await test.step('in the list a row is taken to another group, and one is thrown away', async () => {
    await page.getByRole('button', { name: 'Lista' }).click()
    const more = page.getByRole('button', { name: `Altri comandi per «${PLATFORM}»` })
    await more.focus()
    bruno.takesOut(PLATFORM)
    await expect(page.getByRole('region', { name: /^Azioni fuori/ })).toContainText('Digitale')
    await expect(more).toBeFocused()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Sposta in…' }).click()
    await expect(focused).toHaveRole('combobox')
    await page.keyboard.type('Quartieri')
    await page.keyboard.press('Enter')
    await expect(page.getByText(`«${PLATFORM}» è ora in «Quartieri Connessi».`)).toBeVisible()
    await expect(more).toBeFocused()
    bruno.throwsAway(PLATFORM)
    await told(PLATFORM)
    // In the row beside as a whole: what one types goes on in no other card.
    await expect(focused).toHaveRole('listitem')
    await page.keyboard.press('ArrowDown')
    await expect(focused).toHaveAccessibleName('Titolo: Azione')
  })
  bruno.close()
})

const WORK = 'I giovani non trovano tirocini vicino a casa'
const STUDY = 'Un posto dove studiare la sera'
const POOL = 'Una piscina'
const PLATFORM = 'Piattaforma digitale di accesso alle informazioni'

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
