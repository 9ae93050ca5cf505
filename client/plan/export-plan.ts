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
  const input = exportInput(session, options)
  download(await format.write(input), fileName(input, format), format.mediaType)
}

/** What a format is written from: the board as it is now in this browser. */
export function exportInput(session: BoardSession, options: ExportInput['options']): ExportInput {
  session.plan.refresh()
  return {
    board: session.plan.board,
    plan: session.plan.plan,
    authors: new Map(session.authors),
    exportedAt: new Date().toISOString(),
    boardId: session.id,
    whole: wholeOf(session.doc),
    ...(options && { options }),
  }
}
