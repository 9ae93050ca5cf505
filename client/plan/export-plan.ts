import { wholeOf } from '../../shared/board/whole.ts'
import type { ExportInput } from '../../shared/formats/format.ts'
import { fileName, formatById } from '../../shared/formats/index.ts'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { download } from '../download.ts'

/**
 * Writes a format from the board as it is in this browser, edits made offline included, with the code that the
 * server runs. Loaded only when somebody exports.
 */
export async function exportPlan(
  session: BoardSession,
  formatId: string,
  options: ExportInput['options'],
): Promise<void> {
  const format = formatById(formatId)
  if (!format) throw new Error(`no format is called ${formatId}`)
  session.plan.refresh()
  const input: ExportInput = {
    board: session.plan.board,
    plan: session.plan.plan,
    authors: new Map(session.authors),
    exportedAt: new Date().toISOString(),
    boardId: session.id,
    whole: wholeOf(session.doc),
    ...(options && { options }),
  }
  download(await format.write(input), fileName(input, format), format.mediaType)
}
