import { execFile } from 'node:child_process'
import { mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { encodeHeader } from '../../../server/backup/tar.ts'
import { readBackup } from '../../../server/backup/read-backup.ts'
import { restoreBackup } from '../../../server/backup/restore.ts'
import { loadBoard } from '../../../server/rooms/load-board.ts'
import { openData, type Data } from '../../../server/store/data-folder.ts'
import { diskFiles } from '../../../server/store/files.ts'
import { boardOf } from '../../../shared/board/board.ts'
import { CLOSE } from '../../../shared/protocol/close-codes.ts'
import type { CardId } from '../../../shared/ids.ts'
import { rawClient } from '../../sync/raw-client.ts'
import { ask, askJson, createBoard, startOver, type TestBoard, type TestServer } from '../running.ts'
import { notedLog } from '../store/noted-log.ts'
import { quickFolders } from '../store/temp-folder.ts'

vi.setConfig({ testTimeout: 120_000 })
const aFolder = quickFolders()
const log = notedLog()
const nothing = async (): Promise<void> => undefined

let folder: string
let data: Data
let server: TestServer
let board: TestBoard
beforeEach(async () => {
  folder = await aFolder()
  // Segments and snapshots that come soon, so that a backup has of everything.
  data = await openData(join(folder, 'data'), { log, limits: { segmentBytes: 4000 } })
  server = await startOver(data)
  board = await createBoard(server)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await server.close()
  await data.close()
})

const need = async (nth: number): Promise<CardId> => {
  const body = { text: `Bisogno numero ${nth}` }
  const path = `/api/boards/${board.id}/needs`
  return (await askJson<{ id: CardId }>(server, board.keys.contributor, 'POST', path, body)).id
}
const download = async (name: string, query = ''): Promise<string> => {
  const file = join(folder, name)
  const response = await ask(server, server.operatorKey, 'GET', `/api/backup${query}`)
  expect(response.status).toBe(200)
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(Number(response.headers.get('content-length'))).toBe(bytes.length)
  await writeFile(file, bytes)
  return file
}
const cardsIn = async (place: string): Promise<Set<CardId>> => {
  const opened = await openData(place, { log })
  const { doc } = loadBoard(await opened.store.load(board.id))
  await opened.close()
  return new Set(boardOf(doc).cards.keys())
}

describe('[SYNC-42] a backup', () => {
  it('while people write holds everything that was saved before it began, and stops nobody', async () => {
    const saved: CardId[] = []
    let goOn = true
    const writers = [1, 2, 3].map(async (writer) => {
      for (let nth = 0; goOn; nth++) saved.push(await need(writer * 1000 + nth))
    })
    for (const [nth, count] of [20, 60, 100].entries()) {
      await vi.waitFor(() => expect(saved.length).toBeGreaterThan(count), { timeout: 60_000 })
      const before = [...saved]
      const file = await download(`${nth}.tar`)
      const place = join(folder, `restored-${nth}`)
      await restoreBackup(file, place, log, nothing)
      const there = await cardsIn(place)
      for (const card of before) expect(there.has(card)).toBe(true)
    }
    goOn = false
    await Promise.all(writers)
    expect(await readdir(join(folder, 'data', '.backup'))).toEqual([])
  })

  it('can be checked and opened without Tavolo', async () => {
    await need(1)
    const file = await download('a.tar')
    const place = join(folder, 'untarred')
    await mkdir(place)
    const run = promisify(execFile)
    await run('tar', ['xf', file, '-C', place])
    const { stdout } = await run('sha256sum', ['-c', 'SHA256SUMS'], { cwd: place })
    expect(stdout).toMatch(/registry\.json: OK/)
    expect(stdout).toMatch(/boards\/log\/\d{10}\.log: OK/)
    expect(await readdir(place)).not.toContain('operator.key')
  })

  it('holds the operator’s key only when asked', async () => {
    const { operatorKey } = data
    expect((await readFile(await download('a.tar'))).includes(operatorKey)).toBe(false)
    expect((await readFile(await download('b.tar', '?operatorKey=1'))).includes(operatorKey)).toBe(true)
  })

  it('shows one flipped bit anywhere, and where', async () => {
    const file = await download('a.tar')
    const bytes = await readFile(file)
    const handle = await open(file, 'r+')
    // Every byte of headers, sums and zeros of the first blocks; of the rest every seventh.
    for (let at = 0; at < bytes.length; at += at < 4096 ? 1 : 7) {
      const flipped = Buffer.from([(bytes[at] ?? 0) ^ (1 << (at % 8))])
      await handle.write(flipped, 0, 1, at)
      await expect(readBackup(file), `byte ${at}`).rejects.toMatchObject({ name: 'BackupRefused' })
      await handle.write(bytes, at, 1, at)
    }
    await handle.close()
    expect(await readBackup(file)).toMatchObject({ files: expect.any(Number) })
  })

  it('that is cut short, or goes on, is damaged', async () => {
    const file = await download('a.tar')
    const bytes = await readFile(file)
    for (let length = 0; length < bytes.length; length += 257) {
      await writeFile(file, bytes.subarray(0, length))
      await expect(readBackup(file), `${length} bytes`).rejects.toMatchObject({ name: 'BackupRefused' })
    }
    await writeFile(file, Buffer.concat([bytes, Buffer.from([0])]))
    await expect(readBackup(file)).rejects.toThrow(`byte ${bytes.length}`)
  })

  it('of a newer version, and a file that is none, are refused in words', async () => {
    const file = join(folder, 'b.tar')
    const newer = Buffer.alloc(512, 0)
    const text = JSON.stringify({ backup: 2, createdAt: '2030-01-01T00:00:00.000Z', version: '9.0.0' })
    newer.write(text)
    const head = encodeHeader({ path: 'tavolo-backup.json', bytes: text.length })
    await writeFile(file, Buffer.concat([head, newer]))
    await expect(readBackup(file)).rejects.toThrow(/versione più nuova di Tavolo \(9\.0\.0\)/)
    await writeFile(file, 'un altro file'.repeat(100))
    await expect(readBackup(file)).rejects.toThrow(/non è un backup/)
  })

  it('puts no file anywhere else, whatever its names say', async () => {
    const file = join(folder, 'c.tar')
    const bytes = await readFile(await download('a.tar'))
    const evil = encodeHeader({ path: '../registry.json', bytes: 0 })
    await writeFile(file, Buffer.concat([bytes.subarray(0, 1024), evil]))
    await expect(readBackup(file)).rejects.toThrow('byte 1024')
  })
})

describe('[SYNC-43] a restore', () => {
  it('keeps what was there beside, and the operator’s link', async () => {
    const card = await need(1)
    const file = await download('a.tar')
    const place = join(folder, 'data-2')
    const other = await openData(place, { log })
    const { operatorKey } = other
    await other.close()
    const { former } = await restoreBackup(file, place, log, nothing)
    expect(await readdir(former ?? '')).toContain('format.json')
    expect(await cardsIn(place)).toEqual(new Set([card]))
    const again = await openData(place, { log })
    expect(again.operatorKey).toBe(operatorKey)
    await again.close()
  })

  it('raises the generation above the backup’s and the folder’s: older clients are told to reload', async () => {
    const file = await download('a.tar')
    const place = join(folder, 'data-2')
    for (const generation of [2, 3]) {
      await restoreBackup(file, place, log, nothing)
      const restored = await openData(place, { log })
      expect(restored.registry.data.boards[board.id]?.generation).toBe(generation)
      await restored.close()
    }
    const restored = await openData(place, { log })
    const second = await startOver(restored)
    const old = await rawClient(second, board, board.keys.editor)
    old.hello(1, 1)
    expect((await old.closed).code).toBe(CLOSE.generationChanged)
    await second.close()
    await restored.close()
  })

  it('of a damaged backup changes nothing, nor one into a folder in use', async () => {
    const file = await download('a.tar')
    await expect(restoreBackup(file, join(folder, 'data'), log, nothing)).rejects.toMatchObject({
      name: 'FolderInUse',
    })
    const bytes = await readFile(file)
    bytes[2000] = (bytes[2000] ?? 0) ^ 1
    await writeFile(file, bytes)
    const place = join(folder, 'data-2')
    await mkdir(place)
    await writeFile(join(place, 'registry.json'), 'qualcosa')
    await expect(restoreBackup(file, place, log, nothing)).rejects.toMatchObject({ name: 'BackupRefused' })
    expect(await readdir(place)).toEqual(['registry.json'])
  })

  it('that is cut off at any move is made good by the next start: all of the old, or all of the new', async () => {
    const fresh = await need(1)
    const file = await download('a.tar')
    const rename = diskFiles.rename.bind(diskFiles)
    for (let k = 1; ; k++) {
      const place = join(folder, `cut-${k}`)
      await (await openData(place, { log })).close()
      let moves = 0
      const spy = vi.spyOn(diskFiles, 'rename').mockImplementation(async (from, to) => {
        const counts = !to.endsWith('.json.bak') && (from.includes(place) || to.includes(place))
        if (counts && ++moves === k) throw new Error('the power is gone')
        await rename(from, to)
      })
      const done = await restoreBackup(file, place, log, nothing).then(
        () => true,
        () => false,
      )
      spy.mockRestore()
      const after = await openData(place, { log })
      const isNew = after.registry.data.boards[board.id] !== undefined
      await after.close()
      expect(
        (await readdir(place)).filter((name) => name.startsWith('.restore') || name === 'restore.json'),
      ).toEqual([])
      if (isNew) expect(await cardsIn(place), `cut at move ${k}`).toEqual(new Set([fresh]))
      if (done) {
        expect(isNew).toBe(true)
        expect(k).toBeGreaterThan(6)
        break
      }
    }
  })
})
