import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import { z } from 'zod'
import type { CardId } from '../../shared/ids.ts'
import type { Actor } from './act.ts'
import type { FirstWriter } from './authors.ts'

/** What a snapshot keeps beside the document: who wrote each card first, and whose each clientID is. */
export interface KeptMeta {
  readonly authors: readonly (readonly [CardId, FirstWriter])[]
  readonly bindings: readonly (readonly [number, Actor])[]
}

const shape = z.object({
  authors: z.array(z.tuple([z.string(), z.string(), z.number()])),
  bindings: z.array(z.tuple([z.number(), z.string()])),
})

/** UTF-8 JSON: `{"authors": [[card, actor, timeMs]…], "bindings": [[clientID, actor]…]}`. */
export const encodeMeta = ({ authors, bindings }: KeptMeta): Uint8Array =>
  encodeUtf8(
    JSON.stringify({ authors: authors.map(([id, { actor, timeMs }]) => [id, actor, timeMs]), bindings }),
  )

/** Throws when the bytes are not what `encodeMeta` writes: the store keeps a checksum, so that is a mistake of ours. */
export function decodeMeta(bytes: Uint8Array): KeptMeta {
  const { authors, bindings } = shape.parse(JSON.parse(decodeUtf8(bytes)))
  return {
    authors: authors.map(([id, actor, timeMs]) => [id as CardId, { actor: actor as Actor, timeMs }]),
    bindings: bindings.map(([clientId, actor]) => [clientId, actor as Actor]),
  }
}
