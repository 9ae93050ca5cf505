import { ofKind, survivorOf, type Board } from '../../shared/board/board.ts'
import type { CardOf } from '../../shared/board/card.ts'
import type { CardId, ParticipantId } from '../../shared/ids.ts'
import type { Actor } from '../rooms/act.ts'
import type { Reactions } from '../store/registry-reactions.ts'

/** A need that speaks for itself, and for those that were merged into it. */
export interface AlsoMine {
  readonly need: CardOf<'need'>
  /** It and the needs that speak through it. */
  readonly cards: ReadonlySet<CardId>
  /** Who said that it is theirs too. The one who proposed it said so by proposing it, and is not among them. */
  readonly people: ReadonlySet<ParticipantId>
}

/**
 * Who says of each need "è anche mio". Whoever proposed a need that was merged into another says so of that one, and a
 * person is counted once, however many of the merged needs they spoke for.
 */
export function alsoMine(
  board: Board,
  reactions: Reactions,
  authorOf: (card: CardId) => Actor | undefined,
): Map<CardId, AlsoMine> {
  const needs = ofKind(board.cards.values(), 'need')
  const spokenFor = new Map<CardId, CardOf<'need'>[]>()
  for (const need of needs) {
    const speaker = survivorOf(need, board.cards)
    spokenFor.set(speaker, [...(spokenFor.get(speaker) ?? []), need])
  }
  return new Map(
    needs.flatMap((need) => {
      const merged = spokenFor.get(need.id)
      if (!merged) return []
      const people = new Set<ParticipantId>()
      for (const { id } of merged) {
        for (const who of Object.hasOwn(reactions, id) ? (reactions[id] ?? []) : []) people.add(who)
        const author = authorOf(id)
        if (author !== undefined && author !== 'server') people.add(author)
      }
      const proposer = authorOf(need.id)
      if (proposer !== undefined) people.delete(proposer as ParticipantId)
      return [[need.id, { need, cards: new Set(merged.map(({ id }) => id)), people }] as const]
    }),
  )
}
