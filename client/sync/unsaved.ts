import * as Y from 'yjs'
import { ROOT } from '../../shared/board/schema.ts'
import type { WholeBoard } from '../../shared/board/whole.ts'

/** What one copy of a board holds, or took away, that the server's does not know of. */
export interface Unsaved {
  readonly cards: ReadonlySet<string>
  readonly links: ReadonlySet<string>
  readonly comments: ReadonlySet<string>
}

/**
 * The records that edits of this browser touched and that never reached the server: told by the edits themselves, not by
 * comparing texts, so that what colleagues wrote meanwhile is not among them. Both are documents of the same board.
 */
export function unsavedIn(mine: Y.Doc, server: Y.Doc): Unsaved {
  const touched = new Touched()
  for (const [client, structs] of mine.store.clients) {
    const known = Y.getState(server.store, client)
    for (const struct of structs) {
      if (struct.id.clock + struct.length > known) {
        // What was written and taken away again is no loss.
        if (!struct.deleted && struct instanceof Y.Item) touched.add(struct)
      } else if (struct.deleted) {
        for (const alive of aliveIn(server, client, struct.id.clock, struct.length)) touched.add(alive)
      }
    }
  }
  return touched
}

/** Of a board, the unsaved records, and the cards at the ends of unsaved links: a file that can be brought in again. */
export function partOf(whole: WholeBoard, { cards, links, comments }: Unsaved): WholeBoard {
  const part = { links: only(whole.links, links), comments: only(whole.comments, comments), board: {} }
  const ends = Object.values(part.links).flatMap(({ from, to }) => [String(from), String(to)])
  return { ...part, cards: only(whole.cards, new Set([...cards, ...ends])) }
}

const only = (records: WholeBoard['cards'], ids: ReadonlySet<string>): WholeBoard['cards'] =>
  Object.fromEntries(Object.entries(records).filter(([id]) => ids.has(id)))

class Touched implements Unsaved {
  readonly cards = new Set<string>()
  readonly links = new Set<string>()
  readonly comments = new Set<string>()

  add(item: Y.Item): void {
    let { parent, parentSub } = item
    // Up to the record: the item whose parent is a root.
    while (parent instanceof Y.AbstractType && parent._item) ({ parent, parentSub } = parent._item)
    if (!(parent instanceof Y.AbstractType) || parentSub === null) return
    const root = Y.findRootTypeKey(parent)
    if (root === ROOT.cards || root === ROOT.links || root === ROOT.comments) this[root].add(parentSub)
  }
}

/** Items of a document that stand, not deleted, within clocks it knows. */
function aliveIn(doc: Y.Doc, client: number, clock: number, length: number): Y.Item[] {
  const structs = doc.store.clients.get(client) ?? []
  const alive: Y.Item[] = []
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
    const struct = structs[at]
    if (!struct || struct.id.clock >= clock + length) break
    if (struct instanceof Y.Item && !struct.deleted) alive.push(struct)
  }
  return alive
}
