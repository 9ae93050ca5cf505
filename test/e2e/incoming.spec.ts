import { extendedList, manyRows } from '../builders/opencoesione.ts'
import { expect, test } from './fixtures.ts'
import { TablePage } from './pages/table-page.ts'
import { LOOKS } from './places.ts'

const TABLE = { title: 'Ricognizione', programme: 'pon-metro-2014-2020', city: 'Napoli' }
const csv = (text: string, name = 'progetti.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text, 'latin1'),
})

test('what already runs comes in from a published list, filtered by city and theme, and undo takes it away', async ({
  server,
  anna: page,
}) => {
  const table = await server.createTable(TABLE)
  const anna = new TablePage(page, 'Anna')
  await anna.sitsDownAt(table.link('facilitator'))
  await anna.opensView('Esporta')
  // One row is cut short in the middle: its values would stand under the wrong headings.
  const list = `${extendedList(manyRows(150))}\r\n"1AGCOE999";"rotta"`
  await page.getByLabel('Scegli il file').setInputFiles(csv(list))
  const dialog = page.getByRole('dialog', { name: 'Porta dati sul tavolo' })
  await expect(dialog.getByText('OpenCoesione, tracciato esteso')).toBeVisible()
  await expect(dialog.getByText('150 righe', { exact: true })).toBeVisible()
  await dialog.getByLabel('Città').selectOption({ label: 'Napoli (50)' })
  await expect(dialog.getByText('50 righe scelte')).toBeVisible()
  await expect(dialog.getByText('1 cosa resta fuori')).toBeVisible()
  await dialog.getByRole('combobox', { name: 'Destinatari' }).fill('Senza dimora')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Porta sul tavolo 50 schede' }).click()
  await expect(dialog.getByText(/^50 schede sono sul tavolo\./)).toBeVisible()
  await dialog.getByText('1 cosa resta fuori').click()
  await expect(dialog.getByText('La riga ha 2 invece di 199 colonne')).toBeVisible()
  await expect(dialog.getByText('riga 152')).toBeVisible()
  await dialog.getByRole('button', { name: 'Mostra sulla lavagna' }).click()
  await anna.seesSaved()

  const plan = (await (
    await server.api(table.keys.viewer, 'GET', `/api/boards/${table.id}/plan`)
  ).json()) as {
    contexts: { title: string; places: string[]; targetGroups: string[]; themes: string[]; amount: string }[]
    ledger: { total: string; context: string }
  }
  expect(plan.contexts).toHaveLength(50)
  expect(plan.contexts[0]).toMatchObject({
    title: 'Intervento 1: accoglienza e attività "di quartiere"',
    places: ['Napoli'],
    targetGroups: ['Senza dimora'],
    themes: ['social'],
    amount: '1000.50',
  })
  expect(plan.ledger.total).toBe('0.00')
  await expect(dialog).toHaveCount(0)
  await page.keyboard.press('Control+z')
  const contexts = async (): Promise<unknown[]> => {
    const after = await server.api(table.keys.viewer, 'GET', `/api/boards/${table.id}/plan`)
    return ((await after.json()) as typeof plan).contexts
  }
  await expect.poll(contexts).toEqual([])
})

test('five thousand rows come in while the page goes on answering', async ({ server, anna: page }) => {
  const table = await server.createTable(TABLE)
  const anna = new TablePage(page, 'Anna')
  await anna.sitsDownAt(table.link('editor'))
  await anna.opensView('Esporta')
  await page.getByLabel('Scegli il file').setInputFiles(csv(extendedList(manyRows(5000))))
  const dialog = page.getByRole('dialog', { name: 'Porta dati sul tavolo' })
  await dialog.getByRole('button', { name: 'Porta sul tavolo 5.000 schede' }).click()
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  await expect(dialog.getByText(/^5\.000 schede sono sul tavolo/)).toBeVisible({ timeout: 60_000 })
  await expect(anna.saveState).toHaveText('Salvato', { timeout: 60_000 })
  const board = await server.api(table.keys.viewer, 'GET', `/api/boards/${table.id}`)
  expect(await board.json()).toMatchObject({ counts: { context: 5000 } })
})

test('cells of a spreadsheet pasted on the board become cards once it is said what its columns hold', async ({
  server,
  anna: page,
}) => {
  const table = await server.createTable(TABLE)
  const anna = new TablePage(page, 'Anna')
  await anna.sitsDownAt(table.link('editor'))
  const cells = [
    'Che cosa manca\tDa chi\tAltro',
    'Una palestra\tScuola Levi\tla sera',
    'Un doposcuola\tComitato\t',
  ]
  await page.getByRole('region', { name: 'Lavagna' }).evaluate((canvas, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    canvas.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, cells.join('\n'))
  const dialog = page.getByRole('dialog', { name: 'Porta dati sul tavolo' })
  await dialog.getByLabel('La colonna «Che cosa manca» diventa').selectOption('Titolo')
  await expect(dialog.getByText('Un doposcuola').last()).toBeVisible()
  await dialog.getByRole('button', { name: 'Porta sul tavolo 2 schede' }).click()
  await expect(dialog.getByText('Tutto letto')).toBeVisible()
  await anna.seesSaved()
  const plan = await server.api(table.keys.viewer, 'GET', `/api/boards/${table.id}/plan`)
  expect(await plan.json()).toMatchObject({
    needs: [
      { title: 'Una palestra', source: 'Scuola Levi', text: 'Altro: la sera' },
      { title: 'Un doposcuola', source: 'Comitato' },
    ],
  })
})

test('a workbook that went out comes back as a table of its own', async ({ server, anna: page }) => {
  const table = await server.createTable(TABLE)
  const anna = new TablePage(page, 'Anna')
  await anna.sitsDownAt(table.link('editor'))
  await anna.opensView('Esporta')
  const from = await server.createTable({ ...TABLE, city: 'Milano', model: 'quartieri-connessi' })
  const out = await server.api(from.keys.viewer, 'GET', `/api/boards/${from.id}/exports/workbook.xlsx`)
  const buffer = Buffer.from(await out.arrayBuffer())
  await page.getByLabel('Scegli il file').setInputFiles({ name: 'foglio.xlsx', mimeType: '', buffer })
  const dialog = page.getByRole('dialog', { name: 'Porta dati sul tavolo' })
  await dialog.getByRole('button', { name: /^Porta sul tavolo \d+ schede/ }).click()
  await dialog.getByRole('button', { name: 'Mostra sulla lavagna' }).click()
  await expect(page.getByRole('button', { name: /apri Fondi$/ })).toContainText('3.029.519,50')
  await anna.seesSaved()
})

test('a plan that went out as plan.json comes back as a board, and its checks say the same', async ({
  server,
  anna: page,
}) => {
  const table = await server.createTable(TABLE)
  const anna = new TablePage(page, 'Anna')
  await anna.sitsDownAt(table.link('editor'))
  await anna.opensView('Esporta')
  const from = await server.createTable({ ...TABLE, city: 'Napoli', model: 'centro-prima-accoglienza' })
  const out = await server.api(from.keys.viewer, 'GET', `/api/boards/${from.id}/exports/plan.json`)
  const buffer = Buffer.from(await out.arrayBuffer())
  await page.getByLabel('Scegli il file').setInputFiles({ name: 'plan.json', mimeType: '', buffer })
  const dialog = page.getByRole('dialog', { name: 'Porta dati sul tavolo' })
  await dialog.getByRole('button', { name: /^Porta sul tavolo \d+ schede/ }).click()
  await dialog.getByRole('button', { name: 'Mostra sulla lavagna' }).click()
  await expect(page.getByRole('button', { name: /apri Fondi$/ })).toContainText('2.480.000,00')
  await anna.seesSaved()
  const verdicts = async (id: string, key: string): Promise<readonly string[]> => {
    const { checks } = (await (await server.api(key, 'GET', `/api/boards/${id}/plan`)).json()) as {
      checks: { rule: string; verdict: string }[]
    }
    return checks.map(({ rule, verdict }) => `${rule} ${verdict}`).sort()
  }
  expect(await verdicts(table.id, table.keys.viewer)).toEqual(await verdicts(from.id, from.keys.viewer))
})

test.describe('bringing in', () => {
  for (const look of LOOKS)
    test(`looks right at ${look.name}`, async ({ server, newPerson }) => {
      const table = await server.createTable(TABLE)
      const page = await newPerson(look.context)
      const anna = new TablePage(page, 'Anna')
      await anna.sitsDownAt(table.link('editor'))
      await anna.opensView('Esporta')
      const name = look.name.replace(' ', '-')
      const choose = page.getByLabel('Scegli il file')
      await choose.scrollIntoViewIfNeeded()
      await page.screenshot({ path: `test/results/incoming-way-in-${name}.png` })
      await choose.setInputFiles(csv(`${extendedList(manyRows(150))}\r\n"rotta"`))
      const dialog = page.getByRole('dialog', { name: 'Porta dati sul tavolo' })
      await expect(dialog.getByText('150 righe scelte')).toBeVisible()
      await page.screenshot({ path: `test/results/incoming-list-${name}.png` })
      await dialog.getByRole('heading', { name: 'Che cosa diventa' }).scrollIntoViewIfNeeded()
      await dialog.getByText('cosa resta fuori').click()
      await page.screenshot({ path: `test/results/incoming-becomes-${name}.png` })
      await page.keyboard.press('Escape')
      const sheet =
        'Titolo;Costo;Quando;Quartiere\nRecupero ex scuola;1.200.000;2027;Lorenteggio\nSportello;boh;;\n'
      await choose.setInputFiles(csv(sheet, 'azioni.csv'))
      await expect(dialog.getByText('2 righe scelte')).toBeVisible()
      await page.screenshot({ path: `test/results/incoming-columns-${name}.png` })
    })
})
