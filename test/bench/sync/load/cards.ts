import * as Y from 'yjs'
import { addCard } from '../../../../shared/board/commands/add-card.ts'
import { CARD, cardsOf } from '../../../../shared/board/schema.ts'
import type { CardId } from '../../../../shared/ids.ts'
import { pause } from './steadily.ts'
import { Person } from './person.ts'
import type { Id } from './mover.ts'
import type { Seat } from '../targets/target.ts'

const PER_ROW = 20

export interface Cards {
  /** The document that holds them. */
  readonly update: Uint8Array
  /** Where the value that is going to change stands, by card. */
  readonly places: readonly Id[]
}

/** A document of so many need cards whose places are going to change, or another value that each has besides. */
export function cardsToChange(
  count: number,
  besides?: { readonly key: string; readonly value: string },
): Cards {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (let n = 0; n < count; n++)
      addCard(doc, {
        kind: 'need',
        id: `need-${n}` as CardId,
        at: [(n % PER_ROW) * 260, Math.floor(n / PER_ROW) * 160],
        title: `Bisogno numero ${n} con un titolo di lunghezza comune`,
        ...(besides && { fields: { [besides.key]: besides.value } }),
      })
  })
  const places = Array.from({ length: count }, (_, n) => {
    const value = cardsOf(doc)
      .get(`need-${n}`)
      ?._map.get(besides?.key ?? CARD.at)
    if (!value) throw new Error(`card ${n} lacks the value`)
    return value.id
  })
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return { update, places }
}

/** Puts cards on a board in the name of one person, and waits until they are there. */
export async function layCards(seat: Seat, update: Uint8Array): Promise<void> {
  const { acknowledges } = seat.dialect
  const setter = await Person.sit(seat)
  setter.write(update)
  // Who acknowledges nothing is given a moment.
  await (acknowledges ? setter.saved() : pause(300))
  setter.socket.drop()
}
