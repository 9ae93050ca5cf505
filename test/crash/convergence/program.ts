import { addCard } from '../../../shared/board/commands/add-card.ts'
import { insertModel } from '../../../shared/models/insert-model.ts'
import { LOCAL } from '../../../shared/board/origin.ts'
import { perform, WHATS } from '../../shared/board/replicas.ts'
import { dice, type Dice } from './dice.ts'
import type { House } from './house.ts'
import { judge } from './judge.ts'
import { sitDownAs } from './person.ts'
import { Table, type Figures, type Guest } from './table.ts'

const STEPS = 220
/** What somebody writes who may not: it must never be seen. */
export const FORBIDDEN = 'VIETATO'

const TEXTS = [
  'Spazi per i giovani',
  'città di periferia 👩🏽‍🍳',
  '\u202eodnor',
  '',
  'Nuovi spazi per i giovani del quartiere',
  'abitare, lavorare e studiare nello stesso quartiere 🏘️',
  'x',
]

export interface Outcome extends Figures {
  readonly seed: number
  /** In words; none is what is wanted. */
  readonly problems: readonly string[]
}

/** Plays one seed at a table of its own and judges it. Several may be played at one house at once. */
export async function play(house: House, seed: number): Promise<Outcome> {
  const roll = dice(seed)
  const table = await Table.lay(house, roll)
  try {
    const faults = faultsOf(seed)
    // Most write before they have seen the board.
    for (const { person } of table.guests) if (roll(3) === 0) person.connect()
    for (let n = 0; n < STEPS; n++) await step(table, roll, faults, n)
    await judge(table)
    return { seed, ...table.figures, problems: table.problems }
  } catch (error) {
    return { seed, ...table.figures, problems: [...table.problems, String((error as Error).stack ?? error)] }
  } finally {
    table.close()
  }
}

/** Every third seed has its rights changed under it, every fifth loses its server. */
const faultsOf = (seed: number) => ({ roles: seed % 3 === 0, kills: seed % 5 === 0 })
type Faults = ReturnType<typeof faultsOf>

async function step(table: Table, roll: Dice, faults: Faults, n: number): Promise<void> {
  const guest = table.guests[roll(table.guests.length)]
  if (!guest) return
  table.readmit(guest)
  const chance = roll(100)
  if (chance < 80) act(table, guest, roll)
  else if (chance < 90) trouble(table, guest, roll)
  else if (chance < 95) guest.person.connect()
  else if (chance < 97 && faults.roles) await changeRights(table, guest, roll)
  if (faults.kills && (n === 90 || n === 170)) turnOff(table, roll)
  table.note()
  if (roll(4) === 0) await new Promise((resolve) => setImmediate(resolve))
  if (roll(12) === 0) await new Promise((resolve) => setTimeout(resolve, roll(25)))
}

/** One thing that a person does, in the way of the interface: typing goes on in one step of undo, all else is one of its own. */
function act(table: Table, { person }: Guest, roll: Dice): void {
  const [what, a, b, text] = [roll(WHATS), roll(1000), roll(1000), TEXTS[roll(TEXTS.length)] ?? '']
  const kind = roll(60)
  if (!person.mayWrite() || (table.archived && person.way === 'stock')) return
  const isTyping = what === 2
  if (!isTyping) person.undo.step()
  if (kind === 0) insertModel(person.doc, { id: 'quartieri-connessi' }, [a, b], LOCAL)
  else perform(person, { what, a, b, text })
  table.figures.edits++
}

/** What nets and browsers do to people. */
function trouble(table: Table, guest: Guest, roll: Dice): void {
  table.figures.faults++
  switch (roll(5)) {
    case 0:
    case 1:
      return guest.line.cut()
    case 2:
      return guest.line.freeze(roll(150))
    case 3:
      return guest.person.disconnect()
    // Another browser: only what is saved comes along.
    default:
      if (guest.person.isSynced()) table.startAnew(guest)
  }
}

/** What a facilitator does to others' rights, while they are writing. */
async function changeRights(table: Table, guest: Guest, roll: Dice): Promise<void> {
  table.figures.faults++
  switch (roll(3)) {
    case 0:
      return archive(table, !table.archived)
    case 1:
      return giveNewKey(table, guest)
    default:
      return writeInSpite(table, roll(2) === 0 ? 'viewer' : 'contributor')
  }
}

export async function archive(table: Table, archived: boolean): Promise<void> {
  if (archived) table.archived = true
  await table.ask('PATCH', '', { archived })
  if (!archived) table.archived = false
  // An editor of whom nobody would know that they were told.
  else await writeInSpite(table, 'editor')
}

/** A key of their own, and the one before it is revoked. They come back with what they had not saved, as a page would. */
async function giveNewKey(table: Table, guest: Guest): Promise<void> {
  const made = await table.ask('POST', '/keys', { role: 'editor', label: guest.way })
  const { id, key } = (await made.json()) as { id: string; key: string }
  const old = guest.keyId
  guest.key = key
  guest.keyId = id
  if (old !== null) await table.ask('DELETE', `/keys/${old}`)
  table.startAnew(guest)
}

/** Somebody without the right writes all the same; the server must send them away, and nobody may see a trace of it. */
async function writeInSpite(table: Table, role: 'viewer' | 'contributor' | 'editor'): Promise<void> {
  const [guest] = table.guests
  if (!guest) return
  const seat = { ...table.seatOf(guest), key: table.board.keys[role] }
  const intruder = sitDownAs('stock', seat)
  for (let n = 0; n < 3; n++) addCard(intruder.doc, { kind: 'note', at: [n, n], title: FORBIDDEN })
  intruder.connect()
  const end = performance.now() + 300
  while (intruder.sentAway() === null && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 10))
  intruder.leave()
  // What is still under way on a slow line would come when the board is open again, and then rightly.
  guest.line.cut()
}

/** Mostly in the middle of its work; sometimes it is asked to stop. Nobody waits for it: people go on offline. */
function turnOff({ house, problems, figures }: Table, roll: Dice): void {
  figures.faults++
  const gone = roll(4) === 0 ? house.restart() : house.kill()
  gone.catch((error: unknown) => problems.push(`the server did not come back: ${String(error)}`))
}
