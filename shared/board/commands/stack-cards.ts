import type * as Y from 'yjs'
import { expand, overlaps } from '../../geometry/box.ts'
import type { CardId } from '../../ids.ts'
import { boardOf } from '../board.ts'
import { isFrame, type Card } from '../card.ts'
import { MAX_RANK } from '../fields.ts'
import { boxOn } from '../folded.ts'
import { LOCAL, type Origin } from '../origin.ts'
import { cardsOf } from '../schema.ts'
import { setFields } from './records.ts'

/** Which cards lie above which. A higher rank lies above; of one rank, the greater id. */

export type Step = 'front' | 'forward' | 'backward' | 'back'

/**
 * Puts cards above or below all others, or above or below the next that touches them; among themselves they lie as before.
 * Cards and frames are stacked apart, because a frame never covers a card.
 */
export function stackCards(doc: Y.Doc, ids: Iterable<CardId>, step: Step, origin: Origin = LOCAL): void {
  const cards = [...boardOf(doc).cards.values()].sort(byHeight)
  const chosen = new Set(ids)
  doc.transact(() => {
    for (const frames of [false, true]) {
      const layer = cards.filter((card) => isFrame(card) === frames)
      const moved = layer.filter(({ id }) => chosen.has(id))
      if (moved.length === 0) continue
      const others = layer.filter(({ id }) => !chosen.has(id))
      const isUp = step === 'front' || step === 'forward'
      const place = step === 'front' || step === 'back' ? others : touching(others, moved)
      const at = cut(place, moved, step)
      if (at === null) continue
      const [below, above] = [place.slice(0, at), place.slice(at)]
      write(
        doc,
        ranksOf(below, moved, above, isUp) ?? numbered(others, moved, isUp ? below.at(-1) : above[0], isUp),
      )
    }
  }, origin)
}

const byHeight = (a: Card, b: Card): number => (a.rank ?? 0) - (b.rank ?? 0) || (a.id < b.id ? -1 : 1)

/** Those that hide a part of what is moved: to pass one that only lies edge to edge with it would not be seen. */
const touching = (others: readonly Card[], moved: readonly Card[]): readonly Card[] =>
  others.filter((one) => moved.some((card) => overlaps(expand(boxOn(card), -1), boxOn(one))))

/** How many of the others lie below afterwards; null when nothing would change. */
function cut(others: readonly Card[], moved: readonly Card[], step: Step): number | null {
  const [lowest, highest] = [moved[0], moved.at(-1)]
  if (!lowest || !highest) return null
  switch (step) {
    case 'front':
      return others.length
    case 'back':
      return 0
    case 'forward': {
      const next = others.findIndex((one) => byHeight(one, lowest) > 0)
      return next < 0 ? null : next + 1
    }
    case 'backward': {
      const next = others.findLastIndex((one) => byHeight(one, highest) < 0)
      return next < 0 ? null : next
    }
  }
}

type Ranks = ReadonlyMap<CardId, number>

/**
 * The new ranks of those that need one: the moved ones, and as few of their neighbours as have to make room. Null when
 * there is no number left.
 */
function ranksOf(
  below: readonly Card[],
  moved: readonly Card[],
  above: readonly Card[],
  isUp: boolean,
): Ranks | null {
  const ranks = new Map<CardId, number>()
  // Upwards from the one below, or downwards from the one above.
  const sign = isUp ? 1 : -1
  const [neighbours, beyond] = isUp ? [below, above] : [[...above].reverse(), [...below].reverse()]
  const walk = [...(isUp ? moved : [...moved].reverse()), ...beyond]
  const isPast = (a: Lying, b: Lying): boolean => sign * (a.rank - b.rank || (a.id < b.id ? -1 : 1)) > 0
  const [next] = beyond.map(lying)
  let last = neighbours.map(lying).at(-1)
  for (const [nth, card] of walk.entries()) {
    const isMoved = nth < moved.length
    const now = lying(card)
    const isRight = (!last || isPast(now, last)) && (!isMoved || !next || isPast(next, now))
    // From here on everything lies as it should.
    if (isRight && !isMoved) break
    const rank: number = isRight || !last ? now.rank : last.rank
    const there: Lying = { id: card.id, rank }
    if (last && !isPast(there, last)) there.rank += sign
    if (Math.abs(there.rank) > MAX_RANK) return null
    if (there.rank !== now.rank) ranks.set(card.id, there.rank)
    last = there
  }
  return ranks
}

interface Lying {
  readonly id: CardId
  rank: number
}

const lying = ({ id, rank }: Card): Lying => ({ id, rank: rank ?? 0 })

/** The whole layer counted from nought, for a board on which the numbers have run out. */
function numbered(
  others: readonly Card[],
  moved: readonly Card[],
  neighbour: Card | undefined,
  isUp: boolean,
): Ranks {
  const at = neighbour ? others.indexOf(neighbour) + (isUp ? 1 : 0) : 0
  const order = [...others.slice(0, at), ...moved, ...others.slice(at)]
  return new Map(order.map(({ id }, rank) => [id, rank]))
}

function write(doc: Y.Doc, ranks: Ranks): void {
  for (const [id, rank] of ranks) {
    const record = cardsOf(doc).get(id)
    if (record) setFields(record, { rank })
  }
}
