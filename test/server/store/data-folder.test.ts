import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, copyFile, mkdir, readFile, readdir, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openData, type Data } from '../../../server/store/data-folder.ts'
import { FolderInUse, lockFolder, type Lock } from '../../../server/store/lock-file.ts'
import { thisProcess } from '../../../server/store/process-identity.ts'
import { newId, type BoardId } from '../../../shared/ids.ts'
import { notedLog } from './noted-log.ts'
import { tempFolders } from './temp-folder.ts'

const aFolder = tempFolders()
const log = notedLog()
const rightsOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777

describe('data folder', () => {
  let folder: string
  let data: Data | null = null
  const open = async (): Promise<Data> => (data = await openData(folder, { log }))
  const close = async (): Promise<void> => {
    await data?.close()
    data = null
  }
  beforeEach(async () => {
    folder = join(await aFolder(), 'data')
  })
  afterEach(close)

  it('[SYNC-90] is made for the server’s user alone, with a fresh operator key', async () => {
    const { operatorKey } = await open()
    expect(operatorKey).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(await rightsOf(folder)).toBe(0o700)
    expect(await rightsOf(join(folder, 'operator.key'))).toBe(0o600)
    expect((await readFile(join(folder, 'operator.key'), 'utf8')).trim()).toBe(operatorKey)
    const other = await openData(await aFolder(), { log })
    await other.close()
    expect(other.operatorKey).not.toBe(operatorKey)
  })

  it('[SYNC-90] keeps its key and its boards from one start to the next', async () => {
    const board = newId<BoardId>()
    const first = await open()
    await first.store.append({ board, actor: 'server', timeMs: 1, update: Uint8Array.of(1) })
    await close()
    await chmod(join(folder, 'operator.key'), 0o644)

    const again = await open()
    expect(again.operatorKey).toBe(first.operatorKey)
    expect((await again.store.load(board))?.seq).toBe(1)
    expect(await rightsOf(join(folder, 'operator.key'))).toBe(0o600)
  })

  it('[SYNC-90] a given operator key is used and not written', async () => {
    data = await openData(folder, { log, operatorKey: 'given' })
    expect(data.operatorKey).toBe('given')
    expect(await readdir(folder)).not.toContain('operator.key')
  })

  it('[SYNC-90] an operator key that is none is refused, not replaced', async () => {
    await mkdir(folder)
    await writeFile(join(folder, 'operator.key'), 'abc\n')
    await expect(open()).rejects.toThrow(/operator\.key holds no key/)
    expect(await readFile(join(folder, 'operator.key'), 'utf8')).toBe('abc\n')
  })

  it('[SYNC-91] a second server is refused with the process, the folder and what to do', async () => {
    await open()
    const second = openData(folder, { log })
    await expect(second).rejects.toThrow(new RegExp(`process ${process.pid} `))
    await expect(second).rejects.toThrow(new RegExp(`${folder}.*TAVOLO_DATA.*tavolo\\.lock`))
    await close()
    await open()
  })

  it('[SYNC-92] a folder of a newer version is refused and left alone', async () => {
    await open()
    await close()
    await writeFile(join(folder, 'format.json'), '{"format":2}')
    const before = await readdir(folder)
    await expect(open()).rejects.toThrow(/newer version of Tavolo \(format 2; .* up to 1\)/)
    expect(await readdir(folder)).toEqual(before)
  })

  it('[SYNC-92] a folder that could not be opened is free again', async () => {
    await mkdir(folder)
    await writeFile(join(folder, 'registry.json'), 'not json')
    await expect(open()).rejects.toThrow(/registry\.json/)
    await writeFile(join(folder, 'registry.json.bak'), '')
    await expect(open()).rejects.toThrow(/registry\.json/)
  })
})

describe('lock of a folder', () => {
  let folder: string
  let lock: Lock | null = null
  let other: ChildProcess | null = null
  const path = (): string => join(folder, 'tavolo.lock')
  const lost = (): void => undefined
  const take = async (silenceMs?: number): Promise<Lock> => (lock = await lockFolder(folder, lost, silenceMs))

  beforeEach(async () => {
    folder = await aFolder()
  })
  afterEach(async () => {
    await lock?.release()
    lock = null
    other?.kill('SIGKILL')
    other = null
  })

  async function aProcess(): Promise<number> {
    other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
    await once(other, 'spawn')
    return other.pid ?? 0
  }
  const writeLock = async (change: object): Promise<void> =>
    writeFile(path(), JSON.stringify({ ...(await thisProcess()), token: 'theirs', ...change }))

  it('[SYNC-91] of a process that lives is respected', async () => {
    const pid = await aProcess()
    await writeLock({ pid, started: null })
    await expect(take()).rejects.toThrow(new RegExp(`process ${pid} `))
  })

  it('[SYNC-91] of a process that was killed is taken over', async () => {
    const pid = await aProcess()
    await writeLock({ pid, started: null })
    const ended = once(other ?? process, 'exit')
    other?.kill('SIGKILL')
    await ended
    await take()
    expect(JSON.parse(await readFile(path(), 'utf8'))).toMatchObject({ pid: process.pid })
  })

  it('[SYNC-91] of an earlier process with the pid of a living one is taken over', async () => {
    await writeLock({ pid: await aProcess(), started: 'another boot 1' })
    await take()
  })

  it('[SYNC-91] of an earlier process with our own pid, as in a container, is taken over', async () => {
    await writeLock({ pid: process.pid })
    await take()
  })

  it('[SYNC-91] of another container is respected while it shows signs of life, and then taken over', async () => {
    await writeLock({ pid: 1, place: 'elsewhere' })
    const beat = setInterval(() => void utimes(path(), new Date(), new Date()), 20)
    await expect(take(400)).rejects.toThrow(/process 1 on elsewhere/)
    clearInterval(beat)
    await take(100)
  })

  it('[SYNC-91] left half-written by a dead process is taken over', async () => {
    await writeFile(path(), '{"pid":')
    await utimes(path(), 1, 1)
    await take()
  })

  it('[SYNC-91] is had by one only when many ask at once', async () => {
    for (let round = 0; round < 100; round++) {
      await writeLock({ pid: process.pid })
      const all = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder, lost)))
      const got = all.filter((one) => one.status === 'fulfilled')
      expect(got).toHaveLength(1)
      for (const one of all) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(FolderInUse)
      for (const { value } of got) await value.release()
      expect(await readdir(folder)).toEqual([])
    }
  })

  it('[SYNC-91] is taken over also when a process died while it took it over', async () => {
    await writeLock({ pid: process.pid })
    await copyFile(path(), `${path()}.next`)
    await take()
    expect(await readdir(folder)).toEqual(['tavolo.lock'])
  })
})
