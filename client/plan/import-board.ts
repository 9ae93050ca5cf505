import { LIMITS, ROOT } from '../../shared/board/schema.ts'
import { writeWhole, type WholeBoard } from '../../shared/board/whole.ts'
import { readBoard } from '../../shared/formats/board-json/read.ts'
import type { Problem } from '../../shared/formats/format.ts'
import { api } from '../api.ts'
import type { BoardSession } from '../session/board-session.svelte.ts'

/** Largest file that is read: as much as the server takes (server/http/imports.ts). */
const MAX_BYTES = 16 * 1024 * 1024
/** What is larger than this might not fit one frame of the socket: the server brings it in instead. */
const OWN_BYTES = 512 * 1024

export type Imported =
  | { readonly kind: 'done'; readonly cards: number; readonly links: number }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'boardFull' }
  | { readonly kind: 'notAllowed' }

/**
 * Brings the cards of a board.json into the open table: all of them, or none when anything in the file is not sound. A
 * file of common size is one step that can be undone; a very large one goes through the server and needs the network.
 * The table keeps its own title, programme and city. Rejects with an ApiError when the server says no.
 */
export async function importBoard(session: BoardSession, file: Blob): Promise<Imported> {
  if (file.size > MAX_BYTES) return { kind: 'tooLarge' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const { whole, problems } = readBoard(bytes)
  if (problems.length > 0) return { kind: 'refused', problems }
  const content: WholeBoard = { ...whole, board: {} }
  const fits = (root: 'cards' | 'links', limit: number): boolean => {
    const there = session.doc.getMap(ROOT[root])
    return there.size + Object.keys(content[root]).filter((id) => !there.has(id)).length <= limit
  }
  if (!fits('cards', LIMITS.cards) || !fits('links', LIMITS.links)) return { kind: 'boardFull' }
  if (!session.canWrite) return { kind: 'notAllowed' }
  const undoable = file.size <= OWN_BYTES
  if (undoable) session.act((doc) => writeWhole(doc, content))
  else {
    const json: unknown = JSON.parse(await file.text())
    await api(session.me.key, 'POST', `/api/boards/${session.id}/imports/board.json`, json)
  }
  const [cards, links] = [content.cards, content.links].map((records) => Object.keys(records).length)
  return { kind: 'done', cards: cards ?? 0, links: links ?? 0 }
}
