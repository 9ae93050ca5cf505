import type { BoardId } from '../../shared/ids.ts'
import type { Registry } from './registry.ts'
import type { AgreementEntry } from './registry-data.ts'
import { entry } from './registry-entries.ts'

/** So many a board, and so many acts each: the registry is one file. */
export const MAX_AGREEMENTS = 100
export const MAX_ACTS = 1_000

/** In the order in which they were proposed. */
export const agreementsOf = (registry: Registry, board: BoardId): readonly AgreementEntry[] =>
  Object.values(registry.data.agreements).filter((one) => one.board === board)

/** What the partners agreed on last; null while they did not. */
export const lastAgreed = (registry: Registry, board: BoardId): AgreementEntry | null =>
  agreementsOf(registry, board).findLast(({ end }) => end?.outcome === 'agreed') ?? null

export const agreementById = (registry: Registry, board: BoardId, id: string): AgreementEntry | null => {
  const found = entry(registry.data.agreements, id)
  return found?.board === board ? found : null
}

/**
 * Keeps a proposed version; resolves once durable. `open`: another one still waits for its answers; `tooMany`: the board has
 * its fill. Throws if the board is not there.
 */
export const addAgreement = (
  registry: Registry,
  agreement: AgreementEntry,
): Promise<AgreementEntry | 'open' | 'tooMany'> =>
  registry.change<AgreementEntry | 'open' | 'tooMany'>((data) => {
    if (!entry(data.boards, agreement.board)) throw new Error(`Agreement: no board ${agreement.board}`)
    const there = Object.values(data.agreements).filter(({ board }) => board === agreement.board)
    if (there.some(({ end }) => end === null)) return { data, result: 'open' }
    if (there.length >= MAX_AGREEMENTS) return { data, result: 'tooMany' }
    return {
      data: { ...data, agreements: { ...data.agreements, [agreement.id]: agreement } },
      result: agreement,
    }
  })

/** Changes acts and end of an agreement, as `plan` says of what is durable before it; what `plan` throws is thrown. */
export const changeAgreement = (
  registry: Registry,
  board: BoardId,
  id: string,
  plan: (before: AgreementEntry | null) => Pick<AgreementEntry, 'acts' | 'end'>,
): Promise<AgreementEntry> =>
  registry.change((data) => {
    const found = entry(data.agreements, id)
    const before = found?.board === board ? found : null
    const change = plan(before)
    if (!before) throw new Error(`Agreement ${id} is not there`)
    const after = { ...before, ...change }
    return { data: { ...data, agreements: { ...data.agreements, [id]: after } }, result: after }
  })

/** Notes how much of each agreement is in the log of its board; resolves once durable. */
export const noteRecorded = (registry: Registry, counts: ReadonlyMap<string, number>): Promise<void> =>
  registry.change((data) => {
    const agreements = { ...data.agreements }
    for (const [id, recorded] of counts) {
      const found = entry(agreements, id)
      if (found) agreements[id] = { ...found, recorded }
    }
    return { data: { ...data, agreements }, result: undefined }
  })
