import * as Y from 'yjs'
import { CARD, cardsOf, COMMENT, commentsOf, LINK, linksOf, type YRecord } from '../../shared/board/schema.ts'

/**
 * Undoing that one made a card would erase it with all that colleagues wrote in it meanwhile, and nothing would bring that
 * back. Where the step to undo made such cards, what it made goes to the trash instead, whence anybody restores it; redo
 * brings it back as well. Returns whether it did; else the step is an ordinary one, and still to be undone.
 */
export function spareOthers(doc: Y.Doc, manager: Y.UndoManager): boolean {
  const step = manager.undoStack.at(-1)
  if (!step) return false
  const made = [...cardsOf(doc)].filter(([, card]) => isIn(step.insertions, card))
  const others = touchedByOthers(doc)
  if (!made.some(([id, card]) => others.has(id) || isWrittenByOthers(doc, card))) return false
  manager.undoStack.pop()
  // What is written meanwhile becomes the step that redo takes back.
  manager.undoing = true
  try {
    doc.transact(() => {
      for (const [, card] of made) card.set(CARD.deleted, true)
    }, manager)
  } finally {
    manager.undoing = false
  }
  return true
}

const isIn = (step: Y.UndoManager['undoStack'][number]['insertions'], { _item }: YRecord): boolean =>
  _item !== null && Y.isDeleted(step, _item.id)

const isOthers = (doc: Y.Doc, item: Y.Item | null): boolean =>
  item !== null && !item.deleted && item.id.client !== doc.clientID

/** Cards that colleagues linked or said something about. */
function touchedByOthers(doc: Y.Doc): Set<unknown> {
  const cards = new Set<unknown>()
  for (const link of linksOf(doc).values())
    if (isOthers(doc, link._item)) cards.add(link.get(LINK.from)).add(link.get(LINK.to))
  for (const comment of commentsOf(doc).values())
    if (isOthers(doc, comment._item)) cards.add(comment.get(COMMENT.card))
  return cards
}

/** Whether a colleague set a field of a card, or a character of its texts stands that they wrote. */
function isWrittenByOthers(doc: Y.Doc, card: YRecord): boolean {
  for (const item of card._map.values()) {
    if (isOthers(doc, item)) return true
    const [value] = item.deleted ? [] : item.content.getContent()
    if (!(value instanceof Y.Text)) continue
    for (let at = value._start; at !== null; at = at.right) if (isOthers(doc, at)) return true
  }
  return false
}
