import { encodeUtf8 } from 'lib0/string'
import { HEADER, SCHEMA_VERSION } from '../../board/schema.ts'
import type { WholeBoard } from '../../board/whole.ts'
import { canonical, fingerprint } from '../canonical.ts'
import type { ExportInput } from '../format.ts'

export const BOARD_FORMAT = 'tavolo-board'

/**
 * `board.json`: the whole board, unknown kinds and keys included, as canonical JSON laid out for people (UTF-8, two
 * spaces, LF). `read.ts` gives the same board back. Described in docs/formats.md.
 */
export function writeBoard(
  input: Pick<ExportInput, 'whole' | 'boardId' | 'exportedAt' | 'version'>,
): Uint8Array {
  const { whole, boardId, exportedAt, version } = input
  const agreement = version && {
    label: version.label,
    state: version.state,
    endedAt: version.endedAt,
    sha256: version.sha256,
  }
  const file = {
    format: BOARD_FORMAT,
    schemaVersion: versionOf(whole),
    boardId,
    exportedAt,
    agreement,
    ...whole,
  }
  return encodeUtf8(`${canonical(file, '  ')}\n`)
}

/** What identifies this state of the board: SHA-256 of its canonical JSON, whoever exports it and whenever. */
export const boardRevision = (whole: WholeBoard): string => fingerprint(whole)

function versionOf(whole: WholeBoard): number {
  const version = whole.board[HEADER.schemaVersion]
  return typeof version === 'number' ? version : SCHEMA_VERSION
}
