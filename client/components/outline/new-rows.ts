import type * as Y from 'yjs'
import { isFrame, type CardKind, type Kind } from '../../../shared/board/card.ts'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { editText } from '../../../shared/board/commands/edit-card.ts'
import { pasteLines } from '../../../shared/board/commands/paste-lines.ts'
import { putIntoIntervention } from '../../../shared/board/commands/put-into-intervention.ts'
import { boardOf } from '../../../shared/board/board.ts'
import { freePlace } from '../../../shared/board/free-place.ts'
import type { CardId } from '../../../shared/ids.ts'

export interface NewRow {
  readonly kind: Kind
  /** The row it should follow. */
  readonly after?: CardId | undefined
  /** The intervention it belongs to, for an action. */
  readonly frame?: CardId | undefined
}

/** Puts an empty card where nobody placed it by hand; null when the board is full. */
export function addRow(doc: Y.Doc, { kind, after, frame }: NewRow): CardId | null {
  const id = addCard(doc, { kind, at: freePlace(boardOf(doc), kind, after) })
  if (id !== null && frame !== undefined) putIntoIntervention(doc, [id], frame)
  return id
}

/** The lines of a pasted text that would become rows of their own; none when it is a single line. */
export function pastedLines(text: string): string[] {
  const lines = text.split(/[\r\n\u2028]+/).filter((line) => line.trim() !== '')
  return lines.length > 1 ? lines : []
}

/**
 * Pastes several lines into a row: the first becomes its title when it has none, each other one a row of the same kind.
 * Frames are not pasted. Returns the last row made.
 */
export function pasteRows(
  doc: Y.Doc,
  lines: readonly string[],
  row: {
    readonly id: CardId
    readonly kind: Kind
    readonly title: string
    readonly frame?: CardId | undefined
  },
): CardId | null {
  const empty = row.title.trim() === ''
  const [first = '', ...others] = lines
  if (empty) editText(doc, row.id, 'title', first.trim())
  const rest = empty ? others : lines
  if (isFrame(row) || rest.length === 0) return null
  const at = freePlace(boardOf(doc), row.kind, row.id)
  const { ids } = pasteLines(doc, rest.join('\n'), row.kind as CardKind, at)
  if (row.frame !== undefined) putIntoIntervention(doc, ids, row.frame)
  return ids.at(-1) ?? null
}
