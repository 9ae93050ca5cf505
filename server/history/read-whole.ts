import * as Y from 'yjs'
import { boardOf, type Board } from '../../shared/board/board.ts'
import { migrate } from '../../shared/board/migrate.ts'
import { COMMAND } from '../../shared/board/origin.ts'
import { wholeOf, writeWhole, type WholeBoard } from '../../shared/board/whole.ts'

/** A board as plain values, in both ways in which formats read it. */
export interface ReadBoard {
  readonly board: Board
  readonly whole: WholeBoard
}

/** A board of the past from its plain values, in the words of this version of the schema. */
export function readWhole(kept: WholeBoard): ReadBoard {
  const doc = new Y.Doc()
  writeWhole(doc, kept)
  migrate(doc, COMMAND)
  const read = { board: boardOf(doc), whole: wholeOf(doc) }
  doc.destroy()
  return read
}
