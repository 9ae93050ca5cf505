import type { BuiltServer, Table } from './built-server.ts'
import { expect, test } from './fixtures.ts'
import { CanvasPage } from './pages/canvas-page.ts'

const TABLE = { title: 'Un computer per tutti', programme: 'pon-metro-2014-2020' }
const SAVED = 'Di Anna, salvato'
const UNSENT = 'Di Anna, scritto senza rete'

/** Titles of the needs that the server has, for whoever asks. */
async function needsOn(server: BuiltServer, table: Table): Promise<string[]> {
  const answer = await server.api(table.keys.viewer, 'GET', `/api/boards/${table.id}/plan`)
  const { needs } = (await answer.json()) as { needs: { title: string }[] }
  return needs.map(({ title }) => title).sort()
}

/** Anna writes, loses the network, writes again and closes her tab: her last words are on this browser only. */
async function leavesUnsentWork(anna: CanvasPage, table: Table): Promise<void> {
  await anna.sitsDownAt(table.link('editor'))
  await anna.putsDown('Bisogno', SAVED, [400, 200])
  await anna.seesSaved()
  await anna.page.context().setOffline(true)
  await anna.seesOffline()
  await anna.putsDown('Bisogno', UNSENT, [400, 400])
  await anna.seesKeptHere()
  await anna.page.close()
  await anna.page.context().setOffline(false)
}

test('what one person wrote offline is never sent by the next one at the same browser, and waits for the first', async ({
  server,
  newPerson,
}) => {
  const table = await server.createTable(TABLE)
  const first = await newPerson()
  await leavesUnsentWork(new CanvasPage(first, 'Anna'), table)

  const bruno = new CanvasPage(await first.context().newPage(), 'Bruno')
  await bruno.page.goto(table.link('facilitator'))
  await expect(bruno.page.getByRole('button', { name: 'Continua come Anna' })).toBeVisible()
  await bruno.page.getByLabel('Come ti chiami? (facoltativo)').fill('Bruno')
  await bruno.page.getByRole('button', { name: 'Entra', exact: true }).click()
  await bruno.isAtTheTable()
  await bruno.sees('Bisogno', SAVED)
  await bruno.putsDown('Bisogno', 'Di Bruno', [400, 600])
  await bruno.seesSaved()

  await expect(bruno.card('Bisogno', UNSENT)).toHaveCount(0)
  expect(await needsOn(server, table)).toEqual([SAVED, 'Di Bruno'].sort())
  await bruno.page.close()

  const anna = new CanvasPage(await first.context().newPage(), 'Anna')
  await anna.page.goto(table.link('editor'))
  await anna.page.getByRole('button', { name: 'Continua come Anna' }).click()
  await anna.isAtTheTable()
  await anna.sees('Bisogno', UNSENT)
  await anna.seesSaved()
  expect(await needsOn(server, table)).toEqual([SAVED, UNSENT, 'Di Bruno'].sort())
})

test('the same person opens the table again, and what was written offline is sent', async ({
  server,
  newPerson,
}) => {
  const table = await server.createTable(TABLE)
  const first = await newPerson()
  await leavesUnsentWork(new CanvasPage(first, 'Anna'), table)
  expect(await needsOn(server, table)).toEqual([SAVED])

  const again = new CanvasPage(await first.context().newPage(), 'Anna')
  await again.page.goto(`/b/${table.id}`)
  await again.isAtTheTable()
  await again.sees('Bisogno', UNSENT)
  await again.seesSaved()
  expect(await needsOn(server, table)).toEqual([SAVED, UNSENT].sort())
})

test('two tabs of one person work side by side, offline too, and are one person at the table', async ({
  server,
  newPerson,
}) => {
  const table = await server.createTable(TABLE)
  const left = new CanvasPage(await newPerson(), 'Anna')
  await left.sitsDownAt(table.link('editor'))
  const right = new CanvasPage(await left.page.context().newPage(), 'Anna')
  await right.page.goto(`/b/${table.id}`)
  await right.isAtTheTable()
  const both = [left, right]
  for (const tab of both) {
    await tab.seesSaved()
    await expect(tab.page.getByRole('button', { name: 'Per ora al tavolo ci sei solo tu' })).toBeVisible()
  }

  await left.putsDown('Bisogno', 'Dalla prima scheda', [400, 200])
  await right.sees('Bisogno', 'Dalla prima scheda')
  await left.page.context().setOffline(true)
  for (const tab of both) await tab.seesOffline()
  await left.putsDown('Bisogno', 'Senza rete, prima scheda', [400, 400])
  await right.putsDown('Bisogno', 'Senza rete, seconda scheda', [400, 600])
  await left.page.context().setOffline(false)
  for (const tab of both) {
    await tab.sees('Bisogno', 'Senza rete, prima scheda')
    await tab.sees('Bisogno', 'Senza rete, seconda scheda')
    await tab.seesSaved()
  }
  expect(await needsOn(server, table)).toHaveLength(3)
})
