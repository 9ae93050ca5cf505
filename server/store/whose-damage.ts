import type { BoardId } from '../../shared/ids.ts'
import type { BoardIndex, IndexedBoard } from './board-index.ts'
import { genesisHash, readClaim } from './frame.ts'
import type { Damage } from './scan.ts'

/**
 * The board that damaged bytes belong to and the number they claim, or null if it cannot be told. The bytes say it
 * themselves, and are believed if they name a board that is known or begin its chain; if the name is what was damaged,
 * the chain tells: `prevHash` is what only the next record of one board can have.
 */
export function whoseDamage(
  bytes: Buffer,
  damage: Damage,
  index: BoardIndex,
  isKnown: (board: BoardId) => boolean,
  headHash: (entry: IndexedBoard, board: BoardId) => Buffer,
): { readonly board: BoardId; readonly seq: number } | null {
  const claim = claimOf(bytes, damage)
  if (!claim) return null
  const board = claim.board as BoardId
  if (isKnown(board) || genesisHash(board).equals(claim.prevHash)) return { board, seq: claim.seq }
  for (const [other, entry] of index)
    if (headHash(entry, other).equals(claim.prevHash)) return { board: other, seq: entry.seq + 1 }
  return null
}

/** The board among those known of which this damage is the first record. */
export function whoseBeginning(bytes: Buffer, damage: Damage, index: BoardIndex): BoardId | null {
  const claim = claimOf(bytes, damage)
  return [...index.keys()].find((board) => claim && genesisHash(board).equals(claim.prevHash)) ?? null
}

const claimOf = (bytes: Buffer, { extent, offset, end }: Damage) =>
  extent === 'frame' || extent === 'length' ? readClaim(bytes, offset, end) : null
