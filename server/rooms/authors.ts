import type * as Y from 'yjs'
import { cardsOf } from '../../shared/board/schema.ts'
import type { CardId } from '../../shared/ids.ts'
import type { Act, Actor } from './act.ts'

/** Who wrote a card first, and when (milliseconds since 1970, UTC). */
export interface FirstWriter {
  readonly actor: Actor
  readonly timeMs: number
}

/**
 * The authors of the cards of one document, kept up while transactions pass with an `Act` as origin. The first writer
 * of a card id stays its author: undo, restore and import write the card again without becoming its author.
 */
export class CardAuthors {
  readonly #first: Map<CardId, FirstWriter>
  #fresh: CardId[] = []

  constructor(doc: Y.Doc, known: Iterable<readonly [CardId, FirstWriter]>) {
    this.#first = new Map(known)
    cardsOf(doc).observe((event, transaction) => {
      if (!transaction.origin) return
      const { actor, timeMs } = transaction.origin as Act
      for (const id of event.keysChanged as Set<CardId>) {
        if (this.#first.has(id) || !cardsOf(doc).has(id)) continue
        this.#first.set(id, { actor, timeMs })
        this.#fresh.push(id)
      }
    })
  }

  /** The cards that got an author since the last call. */
  takeFresh(): CardId[] {
    const fresh = this.#fresh
    this.#fresh = []
    return fresh
  }

  of(card: CardId): FirstWriter | undefined {
    return this.#first.get(card)
  }

  entries(): [CardId, FirstWriter][] {
    return [...this.#first]
  }
}
