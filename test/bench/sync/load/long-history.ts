import * as Y from 'yjs'
import { addCard } from '../../../../shared/board/commands/add-card.ts'
import { linkRecord } from '../../../../shared/board/commands/records.ts'
import { CARD, cardsOf, linksOf } from '../../../../shared/board/schema.ts'
import type { CardId } from '../../../../shared/ids.ts'
import type { Board, Running } from '../targets/target.ts'
import { replacing, type Id } from './mover.ts'
import { Person } from './person.ts'

export interface History {
  readonly cards: number
  readonly links: number
  /** Frames in all: each card and each link is one, the rest are moves. */
  readonly updates: number
}

/** Visits of people, each under a clientID of its own, as browsers do it; so many of them at the same time. */
const VISITS = 100
const AT_ONCE = 20
/** Frames of one person that may be on their way to the disk. */
const UNSAVED = 400

/**
 * Writes a board's whole history through sockets, update by update, as fast as the server calls it saved. Answers with
 * the clock that each clientID reached: who holds these holds the whole board.
 */
export async function writeHistory(
  running: Running,
  board: Board,
  history: History,
): Promise<ReadonlyMap<number, number>> {
  const seats = await running.seats(board, AT_ONCE)
  const clocks = new Map<number, number>()
  await Promise.all(
    seats.map(async (seat, slot) => {
      // Cards of one slot are moved by its visits alone, one visit after the other, so that what stood there is known.
      const places: Place[] = []
      for (let visit = slot; visit < VISITS; visit += AT_ONCE) {
        const person = await Person.sit(seat)
        let clock = 0
        for (const update of updatesOf(visit, person.clientId, history, places)) {
          person.write(update.bytes)
          clock = update.clock
          if (person.frames % UNSAVED === 0) await person.saved(UNSAVED)
        }
        await person.saved()
        clocks.set(person.clientId, clock)
        person.socket.drop()
      }
    }),
  )
  return clocks
}

interface Place {
  at: Id
}

/** What one visit writes: its share of the cards, the links between them, then moves all over the slot's cards. */
function* updatesOf(
  visit: number,
  client: number,
  history: History,
  places: Place[],
): Generator<{ readonly bytes: Uint8Array; readonly clock: number }> {
  const shareOf = (all: number): number =>
    Math.floor(((visit + 1) * all) / VISITS) - Math.floor((visit * all) / VISITS)
  const [cards, links] = [shareOf(history.cards), shareOf(history.links)]
  const doc = new Y.Doc()
  doc.clientID = client
  let bytes: Uint8Array = new Uint8Array()
  doc.on('update', (update: Uint8Array) => (bytes = update))
  const written = () => ({ bytes, clock: Y.getState(doc.store, client) })
  const cardAt = (n: number): CardId => `card-${visit}-${n % cards}` as CardId
  for (let n = 0; n < cards; n++) {
    const at = [
      (visit % 10) * 5000 + (n % 20) * 250,
      Math.floor(visit / 10) * 1500 + Math.floor(n / 20) * 160,
    ] as const
    const title = `Scheda ${n} della visita ${visit}, con un titolo di lunghezza comune`
    addCard(doc, { kind: n % 2 ? 'action' : 'need', id: cardAt(n), at, title })
    const place = cardsOf(doc).get(cardAt(n))?._map.get(CARD.at)
    if (place) places.push({ at: place.id })
    yield written()
  }
  for (let n = 0; n < links; n++) {
    // From actions, which have odd numbers, to needs, a little further off every time round.
    const record = linkRecord(
      'answers',
      cardAt(2 * n + 1),
      cardAt(2 * n + 2 * Math.floor((2 * n) / cards)),
      {},
    )
    linksOf(doc).set(`link-${visit}-${n}`, record)
    yield written()
  }
  let clock = Y.getState(doc.store, client)
  doc.destroy()
  for (let n = 0; n < shareOf(history.updates) - cards - links; n++) {
    // Steps that share no factor with the number of cards: all over the table, the same in every run.
    const place = places[(n * 7919 + visit) % places.length]
    if (!place) return
    const id = { client, clock: clock++ }
    const update = replacing(place.at, id, [(n * 37) % 20_000, (n * 91) % 15_000])
    place.at = id
    yield { bytes: update, clock }
  }
}
