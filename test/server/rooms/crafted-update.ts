import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

export interface Ref {
  readonly client: number
  readonly clock: number
}

/** One struct of an update, as a hostile writer may say it: nothing here need fit together. */
export type Crafted =
  | { readonly kind: 'gc'; readonly length: number }
  | {
      readonly kind: 'item'
      readonly origin?: Ref
      readonly rightOrigin?: Ref
      /** Name of a root, or the item whose type is the parent; only without neighbours. */
      readonly parent?: string | Ref
      readonly key?: string
      readonly content: Y.Item['content']
    }

const SKIP = 10
const GC = 0
const HAS_ORIGIN = 0b10000000
const HAS_RIGHT = 0b01000000
const HAS_KEY = 0b00100000

/** Bytes of a version 1 update, written from its description and not by a document (yjs 13.6 `Item.write`). */
export function craftUpdate(
  blocks: readonly {
    readonly client: number
    readonly clock: number
    readonly structs: readonly Crafted[]
  }[],
  deletes: readonly { readonly client: number; readonly clock: number; readonly length: number }[] = [],
): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const { restEncoder } = encoder
  encoding.writeVarUint(restEncoder, blocks.length)
  for (const { client, clock, structs } of blocks) {
    encoding.writeVarUint(restEncoder, structs.length)
    encoder.writeClient(client)
    encoding.writeVarUint(restEncoder, clock)
    for (const struct of structs) writeStruct(encoder, struct)
  }
  const clients = new Set(deletes.map(({ client }) => client))
  encoding.writeVarUint(restEncoder, clients.size)
  for (const client of clients) {
    const ranges = deletes.filter((range) => range.client === client)
    encoding.writeVarUint(restEncoder, client)
    encoding.writeVarUint(restEncoder, ranges.length)
    for (const { clock, length } of ranges)
      for (const number of [clock, length]) encoding.writeVarUint(restEncoder, number)
  }
  return encoder.toUint8Array()
}

/** The same with a Skip in it, which no honest writer sends. */
export function craftSkip(client: number, clock: number, length: number): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of [1, 1, client, clock]) encoding.writeVarUint(encoder, number)
  encoding.writeUint8(encoder, SKIP)
  for (const number of [length, 0]) encoding.writeVarUint(encoder, number)
  return encoding.toUint8Array(encoder)
}

function writeStruct(encoder: Y.UpdateEncoderV1, struct: Crafted): void {
  if (struct.kind === 'gc') {
    encoder.writeInfo(GC)
    encoder.writeLen(struct.length)
    return
  }
  const { origin, rightOrigin, parent = 'cards', key, content } = struct
  const alone = !origin && !rightOrigin
  encoder.writeInfo(
    content.getRef() |
      (origin ? HAS_ORIGIN : 0) |
      (rightOrigin ? HAS_RIGHT : 0) |
      (key !== undefined && alone ? HAS_KEY : 0),
  )
  if (origin) encoder.writeLeftID(Y.createID(origin.client, origin.clock))
  if (rightOrigin) encoder.writeRightID(Y.createID(rightOrigin.client, rightOrigin.clock))
  if (alone) {
    encoder.writeParentInfo(typeof parent === 'string')
    if (typeof parent === 'string') encoder.writeString(parent)
    else encoder.writeLeftID(Y.createID(parent.client, parent.clock))
    if (key !== undefined) encoder.writeString(key)
  }
  content.write(encoder, 0)
}
