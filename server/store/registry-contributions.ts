import type { BoardId } from '../../shared/ids.ts'
import type { Registry } from './registry.ts'
import type { ContributionEntry } from './registry-data.ts'
import { byHash, entry } from './registry-entries.ts'

/** Keeps the receipt of a need posted from a phone; resolves once durable. Throws if the board is not there. */
export const addContribution = (
  registry: Registry,
  contribution: ContributionEntry,
): Promise<ContributionEntry> =>
  registry.change((data) => {
    const { id, board } = contribution
    if (!entry(data.boards, board)) throw new Error(`Receipt: board ${board} is not there`)
    if (entry(data.contributions, id)) throw new Error('Receipt: it is there already')
    return {
      data: { ...data, contributions: { ...data.contributions, [id]: contribution } },
      result: contribution,
    }
  })

/** What was posted with the receipt of this SHA-256 (hexadecimal). */
export const contributionByReceiptHash = (registry: Registry, hash: string): ContributionEntry | null =>
  byHash(registry.data.contributions, (contribution) => contribution.id, hash)

export const contributionsOf = (registry: Registry, board: BoardId): readonly ContributionEntry[] =>
  Object.values(registry.data.contributions).filter((contribution) => contribution.board === board)
