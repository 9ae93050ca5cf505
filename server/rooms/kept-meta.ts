import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import { z } from 'zod'
import type { CardId, CommentId } from '../../shared/ids.ts'
import type { Actor } from './act.ts'
import type { FirstWriter } from './authors.ts'

/** What a snapshot keeps beside the document: what would else be known only to who builds it. */
export interface KeptMeta {
  /** Who wrote each card first. */
  readonly authors: readonly (readonly [CardId, FirstWriter])[]
  /** Who wrote each comment. */
  readonly speakers: readonly (readonly [CommentId, FirstWriter])[]
  /** Whose each clientID is. */
  readonly bindings: readonly (readonly [number, Actor])[]
  /** How far the edits of each clientID go; null in snapshots that were written before this was kept. */
  readonly clocks: readonly (readonly [number, number])[] | null
  /** Whether something in it waits for repair. */
  readonly isBroken: boolean
}

const firstWriters = z.array(z.tuple([z.string(), z.string(), z.number()]))

const shape = z.object({
  authors: firstWriters,
  /** Not in snapshots of the first servers. */
  speakers: firstWriters.default([]),
  bindings: z.array(z.tuple([z.number(), z.string()])),
  clocks: z.array(z.tuple([z.number(), z.number()])).optional(),
  broken: z.literal(true).optional(),
})

/** UTF-8 JSON: `{"authors": [[card, actor, timeMs]…], "speakers": [[comment, actor, timeMs]…], "bindings": [[clientID, actor]…], "clocks": [[clientID, clock]…], "broken": true}`. */
export const encodeMeta = ({ authors, speakers, bindings, clocks, isBroken }: KeptMeta): Uint8Array =>
  encodeUtf8(
    JSON.stringify({
      authors: authors.map(toTuple),
      ...(speakers.length > 0 && { speakers: speakers.map(toTuple) }),
      bindings,
      ...(clocks && { clocks }),
      ...(isBroken && { broken: true }),
    }),
  )

/** Throws when the bytes are not what `encodeMeta` writes: the store keeps a checksum, so that is a mistake of ours. */
export function decodeMeta(bytes: Uint8Array): KeptMeta {
  const {
    authors,
    speakers,
    bindings,
    clocks = null,
    broken = false,
  } = shape.parse(JSON.parse(decodeUtf8(bytes)))
  return {
    authors: authors.map((tuple) => fromTuple<CardId>(tuple)),
    speakers: speakers.map((tuple) => fromTuple<CommentId>(tuple)),
    bindings: bindings.map(([clientId, actor]) => [clientId, actor as Actor]),
    clocks,
    isBroken: broken,
  }
}

type Tuple = [id: string, actor: string, timeMs: number]
const toTuple = ([id, { actor, timeMs }]: readonly [string, FirstWriter]): Tuple => [id, actor, timeMs]
const fromTuple = <Id extends string>([id, actor, timeMs]: Tuple): [Id, FirstWriter] => [
  id as Id,
  { actor: actor as Actor, timeMs },
]
