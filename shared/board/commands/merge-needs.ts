import type * as Y from 'yjs'
import type { CardId } from '../../ids.ts'
import { boardOf, survivorOf } from '../board.ts'
import { LOCAL, type Origin } from '../origin.ts'
import { cardsOf, linksOf } from '../schema.ts'
import { linkRecord } from './records.ts'
import { newId } from '../../ids.ts'

/**
 * Merges needs that say the same into one. The merged cards stay in the document with their words, their source and
 * their author, and point to the one that speaks for them; actions that answered them now answer that one.
 * Returns how many were merged; cards that are no needs, or already speak through `into`, are passed over.
 */
export function mergeNeeds(
  doc: Y.Doc,
  into: CardId,
  others: readonly CardId[],
  origin: Origin = LOCAL,
): number {
  const { cards, links } = boardOf(doc)
  const chosen = cards.get(into)
  if (chosen?.kind !== 'need') return 0
  const target = survivorOf(chosen, cards)
  const merged = others.filter((id) => {
    const need = cards.get(id)
    return need?.kind === 'need' && survivorOf(need, cards) !== target
  })
  if (merged.length === 0) return 0
  doc.transact(() => {
    const answering = new Set(
      [...links.values()]
        .filter((link) => link.kind === 'answers' && link.to === target)
        .map((link) => link.from),
    )
    for (const id of merged) {
      cardsOf(doc).get(id)?.set('mergedInto', target)
      for (const link of links.values()) {
        if (link.kind !== 'answers' || link.to !== id || answering.has(link.from)) continue
        answering.add(link.from)
        linksOf(doc).set(newId(), linkRecord('answers', link.from, target, {}))
      }
    }
  }, origin)
  return merged.length
}

/** Takes a need out of a merge: it stands for itself again. */
export function unmergeNeed(doc: Y.Doc, id: CardId, origin: Origin = LOCAL): void {
  const record = cardsOf(doc).get(id)
  if (record?.has('mergedInto')) doc.transact(() => record.delete('mergedInto'), origin)
}
