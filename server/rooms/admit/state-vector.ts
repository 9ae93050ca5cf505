import { createDecoder, readVarUint } from 'lib0/decoding'
import * as Y from 'yjs'

/** Entries of a state vector beyond those of the board itself: offline visits whose edits have not arrived. */
const STRANGE_CLIENTS = 10_000

/** Whether a state vector is sound, told by its number of entries before a million of them are read. */
export function isStateVector(bytes: Uint8Array, clients: number): boolean {
  try {
    return (
      readVarUint(createDecoder(bytes)) <= clients + STRANGE_CLIENTS &&
      Y.decodeStateVector(bytes) instanceof Map
    )
  } catch {
    return false
  }
}
