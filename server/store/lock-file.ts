import { randomBytes } from 'node:crypto'
import {
  constants,
  copyFile,
  link,
  readFile,
  rename,
  stat,
  unlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { isRunning, thisProcess } from './process-identity.ts'

/** Another server uses this data folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
}

export interface Lock {
  /** Gives the folder back. */
  release(): Promise<void>
}

const holder = z.object({
  pid: z.int(),
  started: z.string().nullable(),
  place: z.string(),
  token: z.string(),
})
type Holder = z.infer<typeof holder>

/** A holder in another container cannot be asked; it is alive as long as it touches its lock. */
const BEAT_MS = 2_000
const SILENCE_MS = 10_000
/** Tokens of locks that this very process holds. */
const heldHere = new Set<string>()

/**
 * Takes `tavolo.lock` in a folder for this process. A lock whose process is gone is taken over; of one left in another
 * container this is known only after `silenceMs` without a sign of life. Throws FolderInUse if the holder lives. (Node
 * has no flock, so the file says who holds it.) `onLost` is called if somebody took the lock away.
 */
export async function lockFolder(folder: string, onLost: () => void, silenceMs = SILENCE_MS): Promise<Lock> {
  const path = join(folder, 'tavolo.lock')
  const own: Holder = { ...(await thisProcess()), token: randomBytes(12).toString('hex') }
  const text = JSON.stringify(own)
  const draft = `${path}.${own.token}`
  const giveUp = async (): Promise<void> => {
    heldHere.delete(own.token)
    if ((await textOf(path)) === text) await unlink(path)
  }
  heldHere.add(own.token)
  try {
    await writeFile(draft, text, { mode: 0o600 })
    await take({ folder, path, own, draft, silenceMs })
  } catch (error) {
    await giveUp()
    throw error
  } finally {
    await unlink(draft)
  }
  const beat = setInterval(() => void touch(path, text, onLost), BEAT_MS).unref()
  return {
    async release() {
      clearInterval(beat)
      await giveUp()
    },
  }
}

interface Attempt {
  readonly folder: string
  readonly path: string
  readonly own: Holder
  /** A file with our text, so that a lock is never seen half-written. */
  readonly draft: string
  readonly silenceMs: number
}

/**
 * Creates a lock, or puts ours in the place of a dead one. Only who holds the lock's own guard may replace it, having looked
 * again at what is replaced: of many that find the same dead lock, one gets it. A guard left by a crash is a dead lock too.
 */
async function take(attempt: Attempt): Promise<void> {
  const { folder, path, own, draft, silenceMs } = attempt
  while (!(await create(draft, path))) {
    const text = await textOf(path)
    if (text === null) continue
    const found = parseHolder(text)
    if (await isAlive(path, found, own, silenceMs)) throw inUse(folder, path, found)
    const guard = `${path}.next`
    await take({ ...attempt, path: guard })
    try {
      if ((await textOf(path)) !== text) continue
      const place = `${draft}.new`
      await copyFile(draft, place)
      return await rename(place, path)
    } finally {
      await unlink(guard)
    }
  }
}

/** Puts the draft in place whole, unless somebody stands there. */
async function create(draft: string, path: string): Promise<boolean> {
  try {
    // A disk that knows no second names (exFAT, some shares) must do with a copy.
    await link(draft, path).catch((error: unknown) => {
      if (codeOf(error) === 'EEXIST') throw error
      return copyFile(draft, path, constants.COPYFILE_EXCL)
    })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null)

async function isAlive(path: string, found: Holder | null, own: Holder, silenceMs: number): Promise<boolean> {
  if (!found || found.place !== own.place) return !(await isSilent(path, silenceMs))
  if (found.pid === own.pid) return heldHere.has(found.token)
  return isRunning(found)
}

/** Whether nobody touches a file for a while, looked at until that is known. */
async function isSilent(path: string, silenceMs: number): Promise<boolean> {
  const touchedMs = await touchedAt(path)
  await pause(Math.max(0, Math.min(silenceMs, touchedMs + silenceMs - Date.now())))
  return (await touchedAt(path)) === touchedMs
}

/** When a file was last touched; 0 if it is gone. */
const touchedAt = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )

async function touch(path: string, text: string, onLost: () => void): Promise<void> {
  if ((await textOf(path)) !== text) return onLost()
  const now = new Date()
  // reason: one sign of life may be missed; the next makes it good.
  await utimes(path, now, now).catch(() => undefined)
}

/** The text of a file, or null if there is none. */
const textOf = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null)

function parseHolder(text: string): Holder | null {
  try {
    return holder.parse(JSON.parse(text))
  } catch {
    // reason: half a lock, of somebody who is just writing it or who died doing so; its age tells which.
    return null
  }
}

function inUse(folder: string, path: string, found: Holder | null): FolderInUse {
  const chi = found ? `processo ${found.pid} su ${found.place}` : 'un processo che sta partendo'
  const who = found ? `process ${found.pid} on ${found.place}` : 'a process that is just starting'
  return new FolderInUse(
    `La cartella dei dati ${folder} è usata da un altro server Tavolo (${chi}). Ferma prima quello, o dai a questo una ` +
      `cartella sua (TAVOLO_DATA). Se sei certo che nessun server è attivo, elimina ${path}.\n` +
      `The data folder ${folder} is in use by another Tavolo server (${who}). Stop that one first, or give this one a ` +
      `folder of its own (TAVOLO_DATA). If you are sure that no server runs, remove ${path}.`,
  )
}
