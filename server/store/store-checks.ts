import type { BoardId } from '../../shared/ids.ts'

/** Board ids become names of files, so nothing else than this is let through. */
const SOUND = /^[a-z0-9-]{1,64}$/

/** Throws for an id that cannot be kept: that is a mistake of the caller, who parses ids at the border. */
export function checkBoardId(board: string): asserts board is BoardId {
  if (!SOUND.test(board))
    throw new TypeError(`Board id ${JSON.stringify(board)}: expected 1 to 64 of a-z, 0-9 and -`)
}

/** Throws for a snapshot of records that are not kept. */
export function checkSnapshotSeq(board: BoardId, asked: number, last: number): void {
  if (Number.isInteger(asked) && asked >= 1 && asked <= last) return
  throw new RangeError(
    `Board ${board}: a snapshot up to record ${asked} was given, but the last durable record is ${last}`,
  )
}
