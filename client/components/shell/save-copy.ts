import { wholeOf } from '../../../shared/board/whole.ts'
import { writeBoard } from '../../../shared/formats/board-json/write.ts'
import { download } from '../../download.ts'
import { m } from '../../paraglide/messages.js'
import type { BoardSession } from '../../session/board-session.svelte.ts'

/** Gives the person this browser's board as a `board.json`, unsaved edits included. Needs no network. */
export function saveCopy(session: BoardSession): void {
  const exportedAt = new Date().toISOString()
  const bytes = writeBoard({ whole: wholeOf(session.doc), boardId: session.id, exportedAt })
  download(bytes, `${m.copy_file_name()}-${exportedAt.slice(0, 10)}.json`, 'application/json')
}
