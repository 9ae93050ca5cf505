import { ReadableStream } from 'node:stream/web'
import { encodeUtf8 } from 'lib0/string'
import { csvHead, csvRows } from '../../shared/history/csv.ts'
import type { BoardId } from '../../shared/ids.ts'
import type { Stories } from '../history/stories.ts'
import type { Registry } from '../store/registry.ts'
import { writerOf } from './people.ts'

/**
 * The whole story of a board as CSV, a piece at a time: a long one is never in memory at once. The first piece is waited
 * for, so that a story that cannot be read is refused in words and not cut short.
 */
export async function historyCsv(
  stories: Stories,
  registry: Registry,
  board: BoardId,
): Promise<globalThis.ReadableStream> {
  const parts = stories.all(board)[Symbol.asyncIterator]()
  let part = await parts.next()
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield encodeUtf8(csvHead)
    for (; !part.done; part = await parts.next())
      yield encodeUtf8(csvRows(part.value, (actor) => writerOf(registry, actor)))
  }
  return ReadableStream.from(pieces()) as globalThis.ReadableStream
}
