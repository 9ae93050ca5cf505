import { createDecoder, readVarUint } from 'lib0/decoding'
import * as Y from 'yjs'
import { REFUSED, type Refusal } from './refusal.ts'

export interface DeleteRange {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/** An update as what it holds, before any document has seen it. */
export interface Decoded {
  readonly structs: readonly (Y.Item | Y.GC)[]
  readonly deletes: readonly DeleteRange[]
}

const STRUCTS = 50_000
const RANGES = 200_000
/** Clocks that garbage and deleted content of one update may stand for: nobody deletes more characters at once. */
const EMPTY_CLOCKS = 4_000_000

/** Kinds of content that a board is made of; a document in a document, say, is not among them. */
const CONTENTS: readonly unknown[] = [
  Y.ContentAny,
  Y.ContentBinary,
  Y.ContentDeleted,
  Y.ContentFormat,
  Y.ContentString,
  Y.ContentType,
]
const TYPES: readonly unknown[] = [Y.Map, Y.Text, Y.Array]
const BINARY_BYTES = 1024

/** Reads an update (version 1 of the format) with every check that needs no document. */
export function decode(update: Uint8Array): Decoded | Refusal {
  let structs: readonly (Y.Item | Y.GC | Y.Skip)[]
  const deletes: DeleteRange[] = []
  try {
    const decoded = Y.decodeUpdate(update)
    structs = decoded.structs
    if (blocksIn(update) !== runsOf(structs)) return REFUSED.unsound
    for (const [client, ranges] of decoded.ds.clients)
      for (const { clock, len } of ranges) deletes.push({ client, clock, length: len })
  } catch {
    return REFUSED.unsound
  }
  if (structs.length > STRUCTS || deletes.length > RANGES) return REFUSED.tooLarge
  let empty = 0
  for (const struct of structs) {
    if (!isSound(struct)) return REFUSED.unsound
    if (!(struct instanceof Y.Item) || struct.content instanceof Y.ContentDeleted) empty += struct.length
  }
  if (empty > EMPTY_CLOCKS) return REFUSED.tooLarge
  if (!deletes.every(({ clock, length }) => length > 0 && Number.isSafeInteger(clock + length)))
    return REFUSED.unsound
  return { structs: structs as readonly (Y.Item | Y.GC)[], deletes }
}

/** How many clients an update says it has structs of. Yjs, reading, keeps the last block of a client and forgets the others. */
const blocksIn = (update: Uint8Array): number => readVarUint(createDecoder(update))

/** How many clients there are structs of; -1 when one comes twice. */
function runsOf(structs: readonly Y.AbstractStruct[]): number {
  const seen = new Set<number>()
  let last: number | null = null
  for (const { id } of structs) {
    if (id.client === last) continue
    if (seen.has(id.client)) return -1
    seen.add(id.client)
    last = id.client
  }
  return seen.size
}

function isSound(struct: Y.Item | Y.GC | Y.Skip): boolean {
  if (struct instanceof Y.Skip || struct.length < 1) return false
  if (!Number.isSafeInteger(struct.id.clock + struct.length)) return false
  if (!(struct instanceof Y.Item)) return true
  const { content, id } = struct
  // Yjs looks for neighbours of the same client without asking whether they exist.
  if (refsOf(struct).some(({ client, clock }) => client === id.client && clock >= id.clock)) return false
  if (content instanceof Y.ContentBinary) return content.content.byteLength <= BINARY_BYTES
  if (content instanceof Y.ContentType) return TYPES.includes(content.type.constructor)
  return CONTENTS.includes(content.constructor)
}

/** The structs that an item cannot be placed without. */
export function refsOf(item: Y.Item): Y.ID[] {
  const refs: Y.ID[] = []
  if (item.origin) refs.push(item.origin)
  if (item.rightOrigin) refs.push(item.rightOrigin)
  if (item.parent instanceof Y.ID) refs.push(item.parent)
  return refs
}
