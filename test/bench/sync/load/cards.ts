import * as Y from 'yjs'
import { addCard } from '../../../../shared/board/commands/add-card.ts'
import { CARD, cardsOf } from '../../../../shared/board/schema.ts'
import type { CardId } from '../../../../shared/ids.ts'
import { pause } from './steadily.ts'
import { Person } from './person.ts'
import type { Id } from './mover.ts'
import type { Seat } from '../targets/target.ts'

const PER_ROW = 20

/** A document of so many need cards, and where the place of each stands in it. */
export function cardsToMove(count: number): { readonly update: Uint8Array; readonly places: readonly Id[] } {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (let n = 0; n < count; n++)
      addCard(doc, {
        kind: 'need',
        id: `need-${n}` as CardId,
        at: [(n % PER_ROW) * 260, Math.floor(n / PER_ROW) * 160],
        title: `Bisogno numero ${n} con un titolo di lunghezza comune`,
      })
  })
  const places = Array.from({ length: count }, (_, n) => {
    const at = cardsOf(doc).get(`need-${n}`)?._map.get(CARD.at)
    if (!at) throw new Error(`card ${n} has no place`)
    return at.id
  })
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return { update, places }
}

/** Puts cards on a board in the name of one person, and waits until they are there. */
export async function layCards(seat: Seat, update: Uint8Array): Promise<void> {
  const { acknowledges } = seat.dialect
  let persisted = 0
  const setter = await Person.sit(seat, { onPersisted: (frames) => (persisted = frames) })
  setter.write(update)
  for (let left = 1000; acknowledges && persisted < setter.frames && left > 0; left--) await pause(10)
  if (acknowledges && persisted < setter.frames) throw new Error('the cards were not acknowledged')
  // Who acknowledges nothing is given a moment.
  if (!acknowledges) await pause(300)
  setter.socket.drop()
}
