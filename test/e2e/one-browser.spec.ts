import { expect, test } from './fixtures.ts'
import { CanvasPage } from './pages/canvas-page.ts'

const TABLE = { title: 'Tavolo condiviso', programme: 'pon-metro-2014-2020', city: 'Milano' }
const OFFLINE = 'Scritto da Anna senza rete'

test('a second person on the same browser never sends the work of the first, who finds it again', async ({
  server,
  anna: browserOfBoth,
}) => {
  const table = await server.createTable(TABLE)
  const cardsOnServer = async (): Promise<string> =>
    (await server.api(table.keys.viewer, 'GET', `/api/boards/${table.id}/exports/board.json`)).text()

  const anna = new CanvasPage(browserOfBoth, 'Anna')
  await anna.sitsDownAt(table.link('facilitator'))
  await anna.putsDown('Bisogno', 'Scritto da Anna in rete', [400, 200])
  await anna.seesSaved()
  await server.kill()
  await anna.seesOffline()
  await anna.putsDown('Bisogno', OFFLINE, [400, 400])
  await anna.seesKeptHere()
  const context = browserOfBoth.context()
  await browserOfBoth.close({ runBeforeUnload: false })
  await server.start()

  const bruno = new CanvasPage(await context.newPage(), 'Bruno')
  await bruno.sitsDownAt(table.link('editor'))
  await bruno.sees('Bisogno', 'Scritto da Anna in rete')
  await bruno.putsDown('Nota', 'Scritta da Bruno', [700, 400])
  await bruno.seesSaved()
  await expect(bruno.card('Bisogno', OFFLINE)).toHaveCount(0)
  expect(await cardsOnServer()).not.toContain(OFFLINE)
  await bruno.page.close({ runBeforeUnload: false })

  const again = new CanvasPage(await context.newPage(), 'Anna')
  await again.page.goto(table.link('facilitator'))
  await again.page.getByRole('button', { name: 'Continua come Anna' }).click()
  await again.isAtTheTable()
  await again.sees('Bisogno', OFFLINE)
  await again.sees('Nota', 'Scritta da Bruno')
  await again.seesSaved()
  expect(await cardsOnServer()).toContain(OFFLINE)
})

test('two tabs of one person show the same table and both may write', async ({ server, anna }) => {
  const table = await server.createTable(TABLE)
  const first = new CanvasPage(anna, 'Anna')
  await first.sitsDownAt(table.link('facilitator'))
  const second = new CanvasPage(await anna.context().newPage(), 'Anna')
  await second.page.goto(`/b/${table.id}`)
  await second.isAtTheTable()
  await second.putsDown('Bisogno', 'Dalla seconda scheda', [400, 300])
  await first.page.bringToFront()
  await first.putsDown('Nota', 'Dalla prima scheda', [700, 300])
  for (const tab of [first, second]) {
    await tab.sees('Bisogno', 'Dalla seconda scheda')
    await tab.sees('Nota', 'Dalla prima scheda')
    await tab.seesSaved()
  }
})
