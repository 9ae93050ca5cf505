import * as Y from 'yjs'
import { boardOf } from '../../shared/board/board.ts'
import { writeWhole } from '../../shared/board/whole.ts'
import { readBoard } from '../../shared/formats/board-json/read.ts'
import type { ExportInput, FrozenVersion } from '../../shared/formats/format.ts'
import { planOf } from '../../shared/plan/plan-of.ts'
import { programmeOf } from '../../shared/programme/programme-of.ts'
import { readVersionFile } from '../agreement/version-files.ts'
import type { BoardSession } from '../session/board-session.svelte.ts'

/** What a format is written from: a version that was put to the partners, as the server kept it. */
export async function versionInput(session: BoardSession, version: string): Promise<ExportInput> {
  const [boardFile, planFile] = await Promise.all([
    readVersionFile(session, version, 'board.json'),
    readVersionFile(session, version, 'plan.json'),
  ])
  const { whole } = readBoard(new TextEncoder().encode(boardFile))
  const doc = new Y.Doc()
  writeWhole(doc, whole)
  const board = boardOf(doc)
  doc.destroy()
  const kept = JSON.parse(planFile) as FrozenVersion['kept'] & {
    readonly agreement: Omit<FrozenVersion, 'kept'>
  }
  return {
    board,
    plan: planOf(board, programmeOf(board.header)),
    authors: new Map(session.authors),
    exportedAt: new Date().toISOString(),
    boardId: session.id,
    whole,
    version: { ...kept.agreement, kept },
  }
}
