import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import type { BuiltServer } from './built-server.ts'
import { expect, test } from './fixtures.ts'
import { CanvasPage } from './pages/canvas-page.ts'

const TABLE = { title: 'Un computer per tutti', programme: 'pon-metro-2014-2020' }
const CLI = fileURLToPath(new URL('../../dist/server/cli.js', import.meta.url))

const tavolo = (...words: string[]) => promisify(execFile)(process.execPath, [CLI, ...words])

/** The notice of work that the server did not take. */
const notice = (page: Page) => page.getByRole('status').filter({ hasText: 'com’è sul server' })

async function titlesInFile(page: Page): Promise<string[]> {
  const waiting = page.waitForEvent('download')
  await notice(page).getByRole('button', { name: 'Scarica il file' }).click()
  const file = await (await waiting).path()
  const { cards } = JSON.parse(await readFile(file, 'utf8')) as {
    cards: Record<string, { title: { $text: string } }>
  }
  return Object.values(cards).map(({ title }) => title.$text)
}

test('[SYNC-28] what was written offline on a table that was archived meanwhile comes as a file, and the table goes on', async ({
  server,
  newPerson,
}) => {
  const table = await server.createTable(TABLE)
  const anna = new CanvasPage(await newPerson(), 'Anna')
  const bruno = new CanvasPage(await newPerson(), 'Bruno')
  await anna.sitsDownAt(table.link('editor'))
  await bruno.sitsDownAt(table.link('editor'))
  await anna.putsDown('Bisogno', 'Di tutti', [400, 200])
  await anna.seesSaved()
  await bruno.sees('Bisogno', 'Di tutti')

  await anna.page.context().setOffline(true)
  await anna.seesOffline()
  await anna.putsDown('Bisogno', 'Scritto senza rete', [400, 400])
  await anna.seesKeptHere()
  await server.api(table.keys.facilitator, 'PATCH', `/api/boards/${table.id}`, { archived: true })
  await anna.page.evaluate(() => Object.assign(window, { sameWindow: true }))
  await anna.page.context().setOffline(false)

  await expect(notice(anna.page)).toContainText('il tavolo era archiviato')
  await expect(notice(anna.page)).toContainText('«Scritto senza rete»')
  await anna.seesSaved()
  await anna.sees('Bisogno', 'Di tutti')
  await expect(anna.card('Bisogno', 'Scritto senza rete')).toHaveCount(0)
  expect(await anna.page.evaluate(() => 'sameWindow' in window)).toBe(true)

  // It waits over a reload, and is gone when the person is done with it.
  await anna.comesBack()
  expect(await titlesInFile(anna.page)).toEqual(['Scritto senza rete'])
  await notice(anna.page).getByRole('button', { name: 'Chiudi' }).click()
  await expect(notice(anna.page)).toHaveCount(0)

  // The table is opened again: both write and see each other.
  await server.api(table.keys.facilitator, 'PATCH', `/api/boards/${table.id}`, { archived: false })
  await anna.putsDown('Bisogno', 'Di nuovo', [400, 600])
  await bruno.sees('Bisogno', 'Di nuovo')
  await expect(bruno.card('Bisogno', 'Scritto senza rete')).toHaveCount(0)
})

test('[SYNC-29] after a backup was restored both go on from it, each with a file of what it does not have', async ({
  server,
  newPerson,
}) => {
  const table = await server.createTable(TABLE)
  const anna = new CanvasPage(await newPerson(), 'Anna')
  const bruno = new CanvasPage(await newPerson(), 'Bruno')
  await anna.sitsDownAt(table.link('editor'))
  await bruno.sitsDownAt(table.link('editor'))
  await anna.putsDown('Bisogno', 'Prima della copia', [400, 200])
  await anna.seesSaved()
  const folder = await mkdtemp(join(tmpdir(), 'tavolo-backup-'))
  try {
    await server.stop()
    await backUp(server, folder)
    await server.start()
    await anna.seesSaved()
    await anna.putsDown('Bisogno', 'Dopo la copia', [400, 400])
    await bruno.sees('Bisogno', 'Dopo la copia')
    await bruno.seesSaved()
    await server.stop()
    await restore(server, folder)
    await server.start()

    for (const person of [anna, bruno]) {
      await expect(notice(person.page)).toContainText('riportato a un momento precedente', {
        timeout: 30_000,
      })
      await expect(notice(person.page)).toContainText('«Dopo la copia»')
      await person.seesSaved()
      await expect(person.card('Bisogno', 'Dopo la copia')).toHaveCount(0)
    }
    await anna.putsDown('Bisogno', 'Si continua', [400, 600])
    await bruno.sees('Bisogno', 'Si continua')
    expect(await titlesInFile(bruno.page)).toEqual(['Dopo la copia'])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

const backUp = (server: BuiltServer, folder: string) =>
  tavolo('backup', join(folder, 'copy.tavolo'), '--data', server.dataFolder)

async function restore(server: BuiltServer, folder: string): Promise<void> {
  await rm(server.dataFolder, { recursive: true, force: true })
  await tavolo('restore', join(folder, 'copy.tavolo'), '--data', server.dataFolder)
}
