import { join } from 'node:path'
import type { BoardId, ParticipantId } from '../../shared/ids.ts'
import { noteUse, type Audit, type AuditEvent, type KeyUse } from '../access/audit.ts'
import { AuditTrail } from './audit-trail.ts'
import { removeTemporaries, type Files } from './files.ts'
import { checkBoardId } from './store-checks.ts'
import type { StoreLog } from './store-log.ts'

interface Known {
  readonly trail: AuditTrail
  readonly uses: Map<string, KeyUse>
  /** When the last line about each key was written, in milliseconds since 1970. */
  readonly written: Map<string, number>
}

const EVERY_MS = 3600_000
const BOARDS_KNOWN = 500
const NAME = /^([a-z0-9-]{1,64})\.log$/

/**
 * The audit of keys, a file for each board: `access/<board>.log`. Files of boards that are no more, left by a crash, go.
 */
export async function openAuditLog(
  folder: string,
  files: Files,
  log: StoreLog,
  isBoard: (board: BoardId) => boolean,
  now: () => number = Date.now,
): Promise<Audit> {
  await files.makeFolder(folder)
  await removeTemporaries(files, folder)
  for (const name of await files.list(folder)) {
    const board = NAME.exec(name.replace(/\.damaged$/, ''))?.[1]
    if (board && !isBoard(board as BoardId)) await files.remove(join(folder, name))
  }
  const known = new Map<BoardId, Promise<Known>>()
  const turns = new Map<BoardId, Promise<unknown>>()
  /** Comers whose line is written, so that most requests cost nothing. */
  const seen = new Map<string, number>()
  const pathOf = (board: BoardId): string => join(folder, `${board}.log`)

  async function open(board: BoardId): Promise<Known> {
    checkBoardId(board)
    const { trail, events } = await AuditTrail.open(files, pathOf(board), `tavolo access ${board}`, log)
    const uses = new Map<string, KeyUse>()
    const written = new Map<string, number>()
    for (const event of events) {
      if (event.what !== 'used') continue
      noteUse(uses, event.key, event.participant, event.at)
      written.set(event.key, Date.parse(event.at))
    }
    return { trail, uses, written }
  }

  /** One thing after the other for each board. */
  function inTurn<T>(board: BoardId, work: (it: Known) => Promise<T>): Promise<T> {
    const it = known.get(board) ?? open(board)
    known.set(board, it)
    it.catch(() => known.delete(board))
    const run = (turns.get(board) ?? Promise.resolve()).then(async () => work(await it))
    const settled = run
      .catch(() => undefined)
      .then(() => {
        if (turns.get(board) !== settled) return
        turns.delete(board)
        void it.then(({ trail }) => trail.isFlushed && known.size > BOARDS_KNOWN && known.delete(board))
      })
    turns.set(board, settled)
    return run
  }

  async function add({ trail }: Known, event: AuditEvent): Promise<void> {
    try {
      await trail.add(event)
    } catch (error) {
      log.error(
        { event: 'audit.failed', err: error },
        'What was done with a key is not on disk yet; it is tried again',
      )
    }
  }

  async function use(it: Known, key: string, participant: ParticipantId | null, atMs: number): Promise<void> {
    const isNew = participant !== null && !it.uses.get(key)?.participants.has(participant)
    const at = new Date(atMs).toISOString()
    noteUse(it.uses, key, participant, at)
    if (!isNew && atMs - (it.written.get(key) ?? 0) < EVERY_MS) return
    it.written.set(key, atMs)
    await add(it, { what: 'used', at, key, participant })
  }

  /** At the end: when each key was used last, to the minute. */
  async function tellLast(it: Known): Promise<void> {
    for (const [key, { lastAt, lastBy }] of it.uses)
      if (Date.parse(lastAt) > (it.written.get(key) ?? 0))
        await add(it, { what: 'used', at: lastAt, key, participant: lastBy })
    await it.trail.flush().catch(() => undefined)
  }

  return {
    note: (board, event) => inTurn(board, (it) => add(it, event)),
    used(board, key, participant) {
      const atMs = now()
      const comer = `${board} ${key} ${participant ?? ''}`
      if (atMs - (seen.get(comer) ?? 0) < 60_000) return
      if (seen.size > 50_000) seen.clear()
      seen.set(comer, atMs)
      inTurn(board, (it) => use(it, key, participant, atMs)).catch((error: unknown) =>
        log.error({ event: 'audit.failed', err: error }, 'The use of a key could not be noted'),
      )
    },
    events: (board) =>
      inTurn(board, async ({ trail }) => {
        await trail.flush()
        return (await AuditTrail.open(files, pathOf(board), `tavolo access ${board}`, log)).events
      }),
    uses: (board) => inTurn(board, async ({ uses }) => new Map(uses)),
    async erase(board) {
      await inTurn(board, async () => {
        for (const name of await files.list(folder))
          if (name === `${board}.log` || name === `${board}.log.damaged`)
            await files.remove(join(folder, name))
        await files.syncFolder(folder)
      })
      known.delete(board)
    },
    async close() {
      const boards = [...known.keys()]
      await Promise.all(boards.map((board) => inTurn(board, tellLast).catch(() => undefined)))
    },
  }
}
