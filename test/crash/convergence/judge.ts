import * as Y from 'yjs'
import { boardOf } from '../../../shared/board/board.ts'
import { brokenInvariants } from '../../../shared/board/invariants.ts'
import { fixesFor } from '../../../shared/board/repair.ts'
import { wholeOf } from '../../../shared/board/whole.ts'
import { canonical, fingerprint } from '../../../shared/formats/canonical.ts'
import { archive, FORBIDDEN } from './program.ts'
import type { Table } from './table.ts'

const PATIENCE_MS = 30_000

/**
 * Lets the net heal, waits until everybody has everything, and says what is not as it must be (`table.problems`). What
 * somebody wrote on a page that they have left may still be under way, so all are compared until they are equal.
 */
export async function judge(table: Table): Promise<void> {
  const { guests, problems, house } = table
  if (table.archived) await archive(table, false)
  for (const { line, person } of guests) {
    line.calm()
    person.connect()
  }
  const calm = await until(async () => {
    guests.forEach((guest) => table.readmit(guest))
    table.note()
    if (house.port === null || !guests.every(({ person }) => person.isSynced())) return false
    const [first, ...others] = guests.map(({ person }) => person.doc)
    if (!first || fixesFor(first).length > 0) return false
    const state = stateOf(first)
    return others.every((doc) => stateOf(doc) === state) && (await faults(table)).length === 0
  })
  if (!calm)
    problems.push(
      `after ${PATIENCE_MS} ms of peace not all have the same. ${whoLags(table)}`,
      ...(await faults(table)),
    )
}

/** What is wrong now, in words, with what everybody has, the server's board, and that of somebody who joins. */
async function faults({ guests, house, board }: Table): Promise<string[]> {
  const found: string[] = []
  const docs = new Map<string, Y.Doc>(guests.map(({ way, person }, n) => [`${way} ${n}`, person.doc]))
  const response = await house.ask(board.keys.viewer, 'GET', `/api/boards/${board.id}/exports/board.json`)
  const { cards, links, comments, board: header } = (await response.json()) as ReturnType<typeof wholeOf>
  const server = { cards, links, comments, board: header }
  const late = await house.join(board)
  docs.set('who joins now', late)
  for (const [who, doc] of docs) {
    const whole = wholeOf(doc)
    if (canonical(whole) !== canonical(server))
      found.push(`${who} and the server differ in ${differing(whole, server)}`)
    if (stateOf(doc) !== stateOf(late)) found.push(`${who} holds other bytes`)
    if (doc.store.pendingStructs || doc.store.pendingDs) found.push(`${who} waits for something`)
    for (const broken of brokenInvariants(boardOf(doc))) found.push(`${who}: ${broken}`)
  }
  if (canonical(server).includes(FORBIDDEN))
    found.push('the server holds what somebody wrote without the right')
  for (const { way, claims } of guests) found.push(...claims.lostIn(late).map((lost) => `${way}: ${lost}`))
  late.destroy()
  return found
}

const whoLags = ({ guests, house }: Table): string =>
  [
    `server at ${house.port}, which said: ${house.said}`,
    ...guests.map(
      ({ way, person }) =>
        `${way} ${person.doc.clientID}: ${person.isSynced() ? 'synced' : 'NOT synced'}, ` +
        `${fixesFor(person.doc).length} to repair, state ${fingerprint(stateOf(person.doc))}, ${person.state()}`,
    ),
  ].join('; ')

/** The bytes of a document, whatever its owner keeps for undo: written, deleted and cleared alike. */
function stateOf(doc: Y.Doc): string {
  const fresh = new Y.Doc()
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc))
  const state = Buffer.from(Y.encodeStateAsUpdate(fresh)).toString('base64')
  fresh.destroy()
  return state
}

async function until(isSo: () => Promise<boolean>): Promise<boolean> {
  const end = performance.now() + PATIENCE_MS
  while (performance.now() < end) {
    if (await isSo()) return true
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return false
}

/** Where two boards differ, with what each holds there. */
function differing(here: ReturnType<typeof wholeOf>, there: ReturnType<typeof wholeOf>): string {
  const found: string[] = []
  for (const part of ['cards', 'links', 'comments', 'board'] as const)
    for (const key of new Set([...Object.keys(here[part]), ...Object.keys(there[part])])) {
      const [one, other] = [here[part][key], there[part][key]].map((value) => JSON.stringify(value))
      if (one !== other) found.push(`${part}.${key}: ${one} here, ${other} there`)
    }
  return found.slice(0, 3).join('; ')
}
