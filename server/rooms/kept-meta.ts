import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import { z } from 'zod'
import type { CardId } from '../../shared/ids.ts'
import type { Actor } from './act.ts'
import type { FirstWriter } from './authors.ts'

/** What a snapshot keeps beside the document: what would else be known only to who builds it. */
export interface KeptMeta {
  /** Who wrote each card first. */
  readonly authors: readonly (readonly [CardId, FirstWriter])[]
  /** Whose each clientID is. */
  readonly bindings: readonly (readonly [number, Actor])[]
  /** How far the edits of each clientID go; null in snapshots that were written before this was kept. */
  readonly clocks: readonly (readonly [number, number])[] | null
  /** Whether something in it waits for repair. */
  readonly isBroken: boolean
}

const shape = z.object({
  authors: z.array(z.tuple([z.string(), z.string(), z.number()])),
  bindings: z.array(z.tuple([z.number(), z.string()])),
  clocks: z.array(z.tuple([z.number(), z.number()])).optional(),
  broken: z.literal(true).optional(),
})

/** UTF-8 JSON: `{"authors": [[card, actor, timeMs]…], "bindings": [[clientID, actor]…], "clocks": [[clientID, clock]…], "broken": true}`. */
export const encodeMeta = ({ authors, bindings, clocks, isBroken }: KeptMeta): Uint8Array =>
  encodeUtf8(
    JSON.stringify({
      authors: authors.map(([id, { actor, timeMs }]) => [id, actor, timeMs]),
      bindings,
      ...(clocks && { clocks }),
      ...(isBroken && { broken: true }),
    }),
  )

/** Throws when the bytes are not what `encodeMeta` writes: the store keeps a checksum, so that is a mistake of ours. */
export function decodeMeta(bytes: Uint8Array): KeptMeta {
  const { authors, bindings, clocks = null, broken = false } = shape.parse(JSON.parse(decodeUtf8(bytes)))
  return {
    authors: authors.map(([id, actor, timeMs]) => [id as CardId, { actor: actor as Actor, timeMs }]),
    bindings: bindings.map(([clientId, actor]) => [clientId, actor as Actor]),
    clocks,
    isBroken: broken,
  }
}
