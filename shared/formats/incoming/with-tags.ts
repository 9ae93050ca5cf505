import type { Card } from '../../board/card.ts'
import type { Pieces } from '../../board/pieces.ts'

export interface Tags {
  readonly places: readonly string[]
  readonly targetGroups: readonly string[]
}

/** The same cards with these places and target groups beside their own, where their kind has such. */
export const withTags = ({ cards, links }: Pieces, tags: Tags): Pieces =>
  tags.places.length + tags.targetGroups.length === 0
    ? { cards, links }
    : { cards: cards.map((card) => tagged(card, tags)), links }

function tagged(card: Card, { places, targetGroups }: Tags): Card {
  if (card.kind !== 'need' && card.kind !== 'action' && card.kind !== 'context') return card
  return {
    ...card,
    places: [...new Set([...(card.places ?? []), ...places])],
    targetGroups: [...new Set([...(card.targetGroups ?? []), ...targetGroups])],
  }
}
