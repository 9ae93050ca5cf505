import type { BoardId } from '../../shared/ids.ts'
import type { House } from '../house.ts'
import { BoardRotten } from '../store/board-store.ts'
import { genesisHash } from '../store/frame.ts'
import { agreementsOf } from '../store/registry-agreements.ts'
import { versionsOf } from '../store/registry-versions.ts'

/** What is not what was written: a record, what a named moment vouches for, a version that was put to the partners. */
export type Unsound =
  | { readonly kind: 'record'; readonly seq: number }
  | { readonly kind: 'moment'; readonly seq: number; readonly label: string }
  | { readonly kind: 'proposed'; readonly label: string }

/** The story of a board, followed from the first record that is kept to the last. */
export interface Followed {
  readonly first: number
  readonly last: number
  /** What vouches for the last record and all before it, hexadecimal. */
  readonly sha256: string
  /** Named moments and proposed versions that were compared. */
  readonly moments: number
  readonly proposed: number
  readonly unsound: readonly Unsound[]
}

type Kept = Pick<House, 'store' | 'registry' | 'vault'>

/**
 * Follows the chain of one board (SYNC-66): each record must carry the hash of the one before, the last must be the one the
 * server stands on, named moments and proposed versions must be what they were. Snapshots, which a running server writes and
 * takes away, are compared with the records by `tavolo verify` alone. Reads the whole
 * story, a piece at a time; null while nothing was written. It stops at the first record that is wrong.
 */
export async function followChain(
  { store, registry, vault }: Kept,
  board: BoardId,
): Promise<Followed | null> {
  const head = store.head(board)
  if (!head) return null
  const versions = versionsOf(registry, board).filter(({ seq }) => seq <= head.seq)
  const unsound: Unsound[] = []
  let [first, last, hash] = [0, 0, Buffer.from(genesisHash(board))]
  try {
    for await (const records of store.records(board, 1, head.seq))
      for (const record of records) {
        first ||= record.seq
        // Of a history that was moved away the first record can be compared with nothing.
        if (
          record.seq !== (last || record.seq - 1) + 1 ||
          (isBound(record.seq, first) && !hash.equals(record.prevHash))
        )
          return { ...told(), unsound: [{ kind: 'record', seq: record.seq }] }
        ;[last, hash] = [record.seq, Buffer.from(record.hash)]
        for (const { seq, label, sha256 } of versions)
          if (seq === last && sha256 !== hash.toString('hex')) unsound.push({ kind: 'moment', seq, label })
      }
  } catch (error) {
    if (!(error instanceof BoardRotten)) throw error
    return { ...told(), unsound: [{ kind: 'record', seq: last + 1 }] }
  }
  if (last !== head.seq || !hash.equals(head.hash)) unsound.push({ kind: 'record', seq: head.seq })
  const proposed = agreementsOf(registry, board)
  for (const { label, planSha256, boardSha256 } of proposed)
    for (const sha256 of [planSha256, boardSha256])
      await vault.read(board, sha256).catch(() => unsound.push({ kind: 'proposed', label }))
  return { ...told(), proposed: proposed.length, unsound }

  function told(): Followed {
    return {
      first,
      last,
      sha256: hash.toString('hex'),
      moments: versions.filter(({ seq }) => seq >= first).length,
      proposed: 0,
      unsound,
    }
  }
}

const isBound = (seq: number, first: number): boolean => seq !== first || seq === 1
