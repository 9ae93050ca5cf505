import { differenceOf } from '../../shared/board/commands/edit-card.ts'

/**
 * Where a caret belongs after a text has changed from `before` to `after`: with the words it stood in. A caret inside what
 * was replaced goes to the end of the replacement.
 */
export function moved(caret: number, before: string, after: string): number {
  const change = differenceOf(before, after)
  if (!change || caret <= change.at) return caret
  const end = change.at + change.removed
  if (caret >= end) return caret - change.removed + change.inserted.length
  return change.at + change.inserted.length
}

/**
 * What a field and the document say together, when both have changed since they agreed: the one stretch typed here is
 * put into what the document says now. Where the two overlap both are kept, the document's first.
 */
export function merged(agreed: string, typed: string, current: string): string {
  if (current === agreed) return typed
  const mine = differenceOf(agreed, typed)
  if (!mine) return current
  const theirs = differenceOf(agreed, current)
  if (!theirs) return typed
  const shift = theirs.inserted.length - theirs.removed
  const mineEnd = mine.at + mine.removed
  const theirsEnd = theirs.at + theirs.removed
  if (mineEnd <= theirs.at) return replaced(current, mine.at, mine.removed, mine.inserted)
  if (mine.at >= theirsEnd) return replaced(current, mine.at + shift, mine.removed, mine.inserted)
  // Both took away some of the same words: only what the other one left can still go.
  const head = Math.max(0, theirs.at - mine.at)
  const tail = Math.max(0, mineEnd - theirsEnd)
  const after = theirs.at + theirs.inserted.length
  const kept = current.slice(0, after) + mine.inserted + current.slice(after + tail)
  return head > 0 ? replaced(kept, mine.at, head, '') : kept
}

const replaced = (text: string, at: number, removed: number, inserted: string): string =>
  text.slice(0, at) + inserted + text.slice(at + removed)
