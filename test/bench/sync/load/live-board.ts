import { Cursors, cursorsIn, presenceState } from '../measure/cursors.ts'
import { Deliveries, type Range } from '../measure/deliveries.ts'
import type { Histogram } from '../measure/histogram.ts'
import type { Board, Running } from '../targets/target.ts'
import { rangesOf } from '../wire/ranges.ts'
import { ReadOnce } from '../wire/read-once.ts'
import { cardsToChange, layCards } from './cards.ts'
import { forEach } from './in-turns.ts'
import { Mover } from './mover.ts'
import { Person } from './person.ts'

export interface Size {
  readonly cards: number
  readonly people: number
  /** How many of the people move cards. */
  readonly writers: number
}

/** So many of the people look at the cursors of the others: to look with everybody's eyes would cost the generator too much. */
const OBSERVERS = 5
const SIT_AT_ONCE = 20

/** A board with people at it, who move cards and cursors when they are told to. */
export class LiveBoard {
  #people: readonly Person[] = []
  readonly #movers: Mover[] = []
  readonly deliveries: Deliveries
  readonly #cursors: Cursors
  readonly #updates = new ReadOnce(rangesOf)
  readonly #presence = new ReadOnce(cursorsIn)
  /** People whose connection ended by itself. */
  dropped = 0

  private constructor(edits: Histogram, cursors: Histogram) {
    this.deliveries = new Deliveries(edits)
    this.#cursors = new Cursors(cursors)
  }

  /** Lays the cards and lets everybody sit down. */
  static async open(
    running: Running,
    board: Board,
    { cards, people, writers }: Size,
    edits: Histogram,
    cursors: Histogram,
  ): Promise<LiveBoard> {
    const live = new LiveBoard(edits, cursors)
    const { update, places } = cardsToChange(cards)
    const [setter, ...seats] = await running.seats(board, people + 1)
    if (setter) await layCards(setter, update)
    live.#people = await forEach(seats, SIT_AT_ONCE, (seat, n) => live.#sit(seat, n < OBSERVERS))
    for (const [n, { clientId }] of live.#people.slice(0, writers).entries()) {
      const at = places[n]
      if (!at) throw new Error('fewer cards than writers')
      live.#movers.push(new Mover(clientId, 0, at))
      live.deliveries.writer(clientId, 0)
    }
    return live
  }

  /** The next move, of each writer in turn. */
  move(n: number): void {
    const mover = this.#movers[n % this.#movers.length]
    const person = this.#people[n % this.#movers.length]
    if (!mover || !person) return
    this.deliveries.sent(mover.client, performance.now())
    person.write(mover.to(mover.clock % 4000, (mover.clock * 7) % 3000))
  }

  /** The next cursor, of each person in turn. */
  point(n: number): void {
    const person = this.#people[n % this.#people.length]
    if (!person) return
    const nth = this.#cursors.sent(person.clientId, performance.now())
    person.present(presenceState(person.clientId, nth))
  }

  get clientIds(): readonly number[] {
    return this.#people.map(({ clientId }) => clientId)
  }

  /** By clientID of a writer: how many of its edits the server called saved. */
  get saved(): ReadonlyMap<number, number> {
    // The first frame that a person writes is an empty answer.
    return new Map(this.#people.map(({ clientId, persisted }) => [clientId, Math.max(0, persisted - 1)]))
  }

  close(): void {
    for (const { socket } of this.#people) socket.drop()
  }

  async #sit(seat: Parameters<typeof Person.sit>[0], isObserver: boolean): Promise<Person> {
    // Who hears before the own number is known hears nothing of others that counts.
    let receive: ((ranges: readonly Range[], nowMs: number) => void) | null = null
    let look: ReturnType<Cursors['observer']> | null = null
    const person = await Person.sit(seat, {
      onUpdate: (bytes, from, to) => receive?.(this.#updates.of(bytes, from, to), performance.now()),
      onPresence: (bytes, from, to) => look?.(this.#presence.of(bytes, from, to), performance.now()),
      onClose: () => this.dropped++,
    })
    const receiver = this.deliveries.receiver(person.clientId)
    receive = (ranges, nowMs) => receiver.take(ranges, nowMs)
    if (isObserver) look = this.#cursors.observer(person.clientId)
    return person
  }
}
