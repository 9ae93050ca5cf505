import { randomBytes } from 'node:crypto'
import { open, readFile, rename, stat, unlink, utimes } from 'node:fs/promises'
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
  heldHere.add(own.token)
  try {
    while (!(await create(path, text))) await clearIfStale(folder, path, own, silenceMs)
  } catch (error) {
    heldHere.delete(own.token)
    throw error
  }
  const beat = setInterval(() => void touch(path, text, onLost), BEAT_MS).unref()
  return {
    async release() {
      clearInterval(beat)
      heldHere.delete(own.token)
      if ((await textOf(path)) === text) await unlink(path)
    },
  }
}

async function create(path: string, text: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600)
    await file.writeFile(text)
    await file.close()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Moves the lock of a dead holder out of the way, or throws. */
async function clearIfStale(folder: string, path: string, own: Holder, silenceMs: number): Promise<void> {
  const text = await textOf(path)
  if (text === null) return
  const found = parseHolder(text)
  if (await isAlive(path, found, own, silenceMs)) throw inUse(folder, path, found)
  const aside = `${path}.${own.token}`
  // reason: it may be gone by now; then there is nothing to move.
  await rename(path, aside).catch(() => undefined)
  // Somebody may have been quicker, and what was moved is their lock: then it is put back.
  const moved = await textOf(aside)
  if (moved !== null && moved !== text) await create(path, moved)
  if (moved !== null) await unlink(aside)
}

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
