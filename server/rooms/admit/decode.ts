import * as Y from 'yjs'
import { REFUSED, type Refusal } from './refusal.ts'
import { scan, type DeleteRange } from './scan.ts'

/** An update as what it holds, before any document has seen it. */
export interface Decoded {
  readonly structs: readonly (Y.Item | Y.GC)[]
  /** Each client's in order and apart from each other. */
  readonly deletes: readonly DeleteRange[]
}

/** Clocks that garbage and deleted content of one update may stand for: nobody deletes more characters at once. */
const EMPTY_CLOCKS = 4_000_000
const BINARY_BYTES = 1024

/** Reads an update (version 1 of the format) with every check that needs no document. */
export function decode(update: Uint8Array): Decoded | Refusal {
  const deletes = scan(update)
  if ('code' in deletes) return deletes
  const structs = structsOf(update)
  if (structs === null) return REFUSED.unsound
  let empty = 0
  for (const struct of structs) {
    if (!isSound(struct)) return REFUSED.unsound
    if (!(struct instanceof Y.Item) || struct.content instanceof Y.ContentDeleted) empty += struct.length
  }
  if (empty > EMPTY_CLOCKS) return REFUSED.tooLarge
  return { structs, deletes }
}

/** As Yjs reads them; there is no Skip among them, `scan` has seen to that. */
function structsOf(update: Uint8Array): (Y.Item | Y.GC)[] | null {
  try {
    return Y.decodeUpdate(update).structs as (Y.Item | Y.GC)[]
  } catch {
    return null
  }
}

function isSound(struct: Y.Item | Y.GC): boolean {
  const { length, id } = struct
  if (length < 1 || !Number.isSafeInteger(id.clock + length)) return false
  if (!(struct instanceof Y.Item)) return true
  // Yjs looks for neighbours of the same client without asking whether they exist.
  if (comesLater(struct.origin, id) || comesLater(struct.rightOrigin, id)) return false
  if (struct.parent instanceof Y.ID && comesLater(struct.parent, id)) return false
  return !(struct.content instanceof Y.ContentBinary) || struct.content.content.byteLength <= BINARY_BYTES
}

const comesLater = (ref: Y.ID | null, { client, clock }: Y.ID): boolean =>
  ref !== null && ref.client === client && ref.clock >= clock
