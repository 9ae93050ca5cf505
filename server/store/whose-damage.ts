import type { BoardId } from '../../shared/ids.ts'
import type { BoardIndex, IndexedBoard } from './board-index.ts'
import { genesisHash, readClaim } from './frame.ts'
import type { Damage } from './scan.ts'

/**
 * The board that damaged bytes belong to and the number they claim, or null if it cannot be told. The bytes say it
 * themselves, and are believed if they name a board that is known or begin its chain; if the name is what was damaged,
 * the chain tells: they hold the hash that only the next record of one board can hold.
 */
export function whoseDamage(
  bytes: Buffer,
  damage: Damage,
  index: BoardIndex,
  isKnown: (board: BoardId) => boolean,
  headHash: (entry: IndexedBoard, board: BoardId) => Buffer,
): { readonly board: BoardId; readonly seq: number } | null {
  if (!isOneRecord(damage)) return null
  const claim = readClaim(bytes, damage.offset, damage.end)
  const board = claim?.board as BoardId
  if (claim && (isKnown(board) || genesisHash(board).equals(claim.prevHash))) return { board, seq: claim.seq }
  const region = bytes.subarray(damage.offset, damage.end)
  for (const [other, entry] of index)
    if (region.includes(headHash(entry, other))) return { board: other, seq: entry.seq + 1 }
  return null
}

/** The board of a damaged record that came before any sound one of that board: so it was its first. */
export function whoseBeginning(bytes: Buffer, damage: Damage, index: BoardIndex): BoardId | null {
  if (!isOneRecord(damage)) return null
  const claim = readClaim(bytes, damage.offset, damage.end)
  const region = bytes.subarray(damage.offset, damage.end)
  const isIts = (board: BoardId): boolean => board === claim?.board || region.includes(genesisHash(board))
  return [...index.keys()].find(isIts) ?? null
}

const isOneRecord = ({ extent }: Damage): boolean => extent === 'frame' || extent === 'length'
