import { expect, test } from './fixtures.ts'
import { CanvasPage } from './pages/canvas-page.ts'
import { ExportsPage } from './pages/exports-page.ts'

const TABLE = {
  title: 'Napoli',
  programme: 'pon-metro-2014-2020',
  city: 'Napoli',
  model: 'agenzia-sociale-casa',
}
const CENTRE = 'Centro di Prima Accoglienza, via de Blasiis'
const OWN = `Recupero ${CENTRE}`

test('a worked case comes onto an open table: the same operation is not counted twice in silence, and undo takes it back', async ({
  server,
  anna: page,
}) => {
  const table = await server.createTable(TABLE)
  const anna = new CanvasPage(page, 'Anna')
  await anna.sitsDownAt(table.link('facilitator'))
  const total = page.getByRole('button', { name: /apri Fondi$/ })
  await expect(total).toContainText('29.910.000,00')
  await page.getByRole('button', { name: /aspetto e lingua/ }).click()
  await page.getByRole('menuitem', { name: /^Inserisci un caso/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: CENTRE }).click()
  await expect(total).toContainText('32.390.000,00')
  await anna.seesSaved()
  const checks = await server.api(table.keys.viewer, 'GET', `/api/boards/${table.id}/checks`)
  expect(await checks.text()).toContain('FIN-7')
  await anna.undoes()
  await expect(total).toContainText('29.910.000,00')

  await page.getByRole('button', { name: /aspetto e lingua/ }).click()
  await page.getByRole('menuitem', { name: /^Inserisci un caso/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Condomini solidali Asse 3' }).click()
  await expect(anna.card('Azione', 'Condomini solidali')).toBeVisible()
})

test('an intervention kept as a model comes onto another table with its figures, from this browser or from a file', async ({
  server,
  anna: page,
  bruno: hers,
}) => {
  const from = await server.createTable({ ...TABLE, model: 'centro-prima-accoglienza' })
  const anna = new CanvasPage(page, 'Anna')
  await anna.sitsDownAt(from.link('facilitator'))
  await anna.chooses('Intervento', OWN)
  await anna.panel.getByRole('button', { name: 'Salva il mio intervento come modello' }).click()
  await expect(anna.panel.getByRole('status').filter({ hasText: /^Salvato in questo browser/ })).toBeVisible()

  const empty = { title: 'Bari', programme: 'pon-metro-2014-2020', city: 'Bari' }
  const ours = await server.createTable(empty)
  await anna.sitsDownAt(ours.link('editor'))
  await page.getByRole('button', { name: /aspetto e lingua/ }).click()
  await page.getByRole('menuitem', { name: /^Inserisci un caso/ }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Scarica il modello: ${OWN}` }).click(),
  ])
  const own = page.getByRole('region', { name: 'I tuoi modelli' })
  await own.getByRole('button', { name: new RegExp(`^${OWN}`) }).click()
  await expect(page.getByRole('button', { name: /apri Fondi$/ })).toContainText('2.480.000,00')
  await anna.seesSaved()
  // Of the works and the services the links came along: the rule reads the same of the copy.
  const verdicts = async (id: string, key: string): Promise<readonly string[]> => {
    const { checks } = (await (await server.api(key, 'GET', `/api/boards/${id}/plan`)).json()) as {
      checks: { rule: string; verdict: string }[]
    }
    return checks
      .flatMap(({ rule, verdict }) => (/^(SE|INT)-/.test(rule) ? [`${rule} ${verdict}`] : []))
      .sort()
  }
  expect(await verdicts(ours.id, ours.keys.viewer)).toEqual(await verdicts(from.id, from.keys.viewer))

  const theirs = await server.createTable(empty)
  const bruno = new CanvasPage(hers, 'Bruno')
  await bruno.sitsDownAt(theirs.link('editor'))
  await hers.getByRole('button', { name: /aspetto e lingua/ }).click()
  await hers.getByRole('menuitem', { name: /^Inserisci un caso/ }).click()
  await hers.getByLabel('Prendi un modello da un file').setInputFiles(await file.path())
  await hers
    .getByRole('region', { name: 'I tuoi modelli' })
    .getByRole('button', { name: new RegExp(`^${OWN}`) })
    .click()
  await expect(hers.getByRole('button', { name: /apri Fondi$/ })).toContainText('2.480.000,00')
  await bruno.seesSaved()
})

test('a board taken away as board.json comes back on another table, and a wrong file changes nothing', async ({
  server,
  anna: page,
}) => {
  const from = await server.createTable({ ...TABLE, model: 'quartieri-connessi', city: 'Milano' })
  const anna = new ExportsPage(page, 'Anna')
  await anna.sitsDownAt(from.link('facilitator'))
  await anna.opensView('Esporta')
  const board = await anna.downloads('Lavagna (JSON)')

  const to = await server.createTable({ title: 'Altro tavolo', programme: 'pon-metro-2014-2020' })
  await anna.sitsDownAt(to.link('facilitator'))
  await anna.opensView('Esporta')
  const choose = page.getByLabel('Scegli il file')
  await choose.setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"cards": 3'),
  })
  await expect(page.getByText(/^Nulla è stato cambiato\. Punti da correggere nel file: 1/)).toBeVisible()
  await choose.setInputFiles({
    name: board.name,
    mimeType: 'application/json',
    buffer: Buffer.from(board.text),
  })
  await expect(page.getByText(/^Riprese \d+ schede e \d+ collegamenti/)).toBeVisible()
  await anna.seesSaved()
  const plan = await server.api(to.keys.viewer, 'GET', `/api/boards/${to.id}/plan`)
  expect(await plan.json()).toMatchObject({
    plan: { title: 'Altro tavolo' },
    ledger: { total: '3029519.50' },
  })
})
