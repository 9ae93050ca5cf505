import * as Y from 'yjs'
import { migrate } from '../../shared/board/migrate.ts'
import { COMMAND } from '../../shared/board/origin.ts'
import { wholeOf, type WholeBoard } from '../../shared/board/whole.ts'

/** A state of the past as plain values, in the words of this version of the schema. */
export function wholeOfState(state: Uint8Array): WholeBoard {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  migrate(doc, COMMAND)
  const whole = wholeOf(doc)
  doc.destroy()
  return whole
}
