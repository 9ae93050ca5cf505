import type { TestBoard } from '../../server/running.ts'
import { Claims } from './claims.ts'
import type { Dice } from './dice.ts'
import { joinAt, type House } from './house.ts'
import { badLine, type Line } from './network.ts'
import { sitDownAs, type Person, type Seat, type Sent, type Way } from './person.ts'

/** Somebody at the table over the whole seed: their documents and keys may change, what they were promised stays. */
export interface Guest {
  readonly way: Way
  readonly claims: Claims
  readonly line: Line
  readonly token: string
  key: string
  /** Null for one of the four keys made with the board. */
  keyId: string | null
  person: Person
}

export interface Figures {
  edits: number
  /** Cut and frozen lines, people who went and came, keys and boards closed under somebody. */
  faults: number
  /** Edits refused because the writer's right had been taken away in the meantime. */
  barred: number
}

const WAYS: readonly Way[] = ['ours', 'stock', 'ours', 'raw', 'ours']

/** Five people at one board of a house, each over a bad line of their own. */
export class Table {
  readonly figures: Figures = { edits: 0, faults: 0, barred: 0 }
  readonly problems: string[] = []
  /** From the moment that it is asked for. */
  archived = false
  readonly #stopWatching: () => void

  private constructor(
    readonly house: House,
    readonly board: TestBoard,
    readonly guests: readonly Guest[],
  ) {
    this.#stopWatching = house.onReturn(async (url) => this.#compare(url))
  }

  static async lay(house: House, roll: Dice): Promise<Table> {
    const board = await house.board(roll(3) === 0 ? { model: 'quartieri-connessi' } : {})
    const guests = await Promise.all(
      WAYS.map(async (way, n) => {
        const response = await house.ask(board.keys.editor, 'POST', `/api/boards/${board.id}/participants`, {
          name: `Persona ${n}`,
          organisation: '',
        })
        const { token } = (await response.json()) as { token: string }
        const line = await badLine({ target: () => house.port, delayMs: () => roll(12) })
        const seat = { board, key: board.keys.editor, token, line }
        return { ...seat, way, keyId: null, claims: new Claims(), person: sitDownAs(way, seat) }
      }),
    )
    return new Table(house, board, guests)
  }

  /** Writes down what everybody may believe now. */
  note(): void {
    for (const { claims, person } of this.guests) claims.note(person)
  }

  /** A new page, with nothing in it, for somebody who was sent away or comes from another browser. */
  startAnew(guest: Guest): void {
    guest.claims.note(guest.person)
    guest.person.leave()
    guest.person = sitDownAs(guest.way, this.seatOf(guest))
    guest.person.connect()
  }

  seatOf({ key, token, line }: Guest): Seat {
    return { board: this.board, key, token, line }
  }

  /** Who was sent away begins anew; it is wrong unless their right to write had been taken away. */
  readmit(guest: Guest): void {
    const sent = guest.person.sentAway()
    if (!sent) return
    if (isBarred(sent)) this.figures.barred++
    else this.problems.push(`${guest.way} was refused: ${sent.code} ${sent.reason} ${guest.person.state()}`)
    this.startAnew(guest)
  }

  ask(method: string, path: string, body?: unknown): Promise<Response> {
    return this.house.ask(this.board.keys.facilitator, method, `/api/boards/${this.board.id}${path}`, body)
  }

  close(): void {
    this.#stopWatching()
    for (const { person, line } of this.guests) {
      person.leave()
      line.close()
    }
  }

  /** What a server that has just come back must hold. */
  async #compare(url: string): Promise<void> {
    this.note()
    const doc = await joinAt(url, this.board)
    if (!doc) return
    for (const { way, claims } of this.guests)
      this.problems.push(...claims.lostIn(doc).map((lost) => `after a kill, ${way}: ${lost}`))
    doc.destroy()
  }
}

const isBarred = ({ code, reason }: Sent): boolean =>
  code === 4403 && ['role', 'archived', 'key', 'key revoked'].includes(reason)
