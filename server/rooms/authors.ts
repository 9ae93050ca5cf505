import type * as Y from 'yjs'
import type { YRecord } from '../../shared/board/schema.ts'
import type { Act, Actor } from './act.ts'

/** Who wrote a card or a comment first, and when (milliseconds since 1970, UTC). */
export interface FirstWriter {
  readonly actor: Actor
  readonly timeMs: number
}

/**
 * The authors of the records of one root, kept up while transactions pass with an `Act` as origin. The first writer of an
 * id stays its author: undo, restore and import write the record again without becoming its author.
 */
export class FirstWriters<Id extends string> {
  readonly #first: Map<Id, FirstWriter>
  #fresh: Id[] = []

  constructor(root: Y.Map<YRecord>, known: Iterable<readonly [Id, FirstWriter]>) {
    this.#first = new Map(known)
    root.observe((event, transaction) => {
      if (!transaction.origin) return
      const { actor, timeMs } = transaction.origin as Act
      for (const id of event.keysChanged as Set<Id>) {
        if (this.#first.has(id) || !root.has(id)) continue
        this.#first.set(id, { actor, timeMs })
        this.#fresh.push(id)
      }
    })
  }

  /** What got an author since the last call. */
  takeFresh(): [Id, FirstWriter][] {
    const fresh = this.#fresh
    this.#fresh = []
    return this.those(fresh)
  }

  of(id: Id): FirstWriter | undefined {
    return this.#first.get(id)
  }

  /** Of some, those that are known. */
  those(ids: Iterable<Id>): [Id, FirstWriter][] {
    return [...ids].flatMap((id) => {
      const first = this.#first.get(id)
      return first ? [[id, first] as [Id, FirstWriter]] : []
    })
  }

  entries(): [Id, FirstWriter][] {
    return [...this.#first]
  }
}
