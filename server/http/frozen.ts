import { standingsOf, stateOf } from '../../shared/agreement/agreement.ts'
import type { WholeBoard } from '../../shared/board/whole.ts'
import { canonical } from '../../shared/formats/canonical.ts'
import type { ExportInput, FrozenVersion } from '../../shared/formats/format.ts'
import { hashedPlan } from '../../shared/formats/plan-json/document.ts'
import type { BoardId } from '../../shared/ids.ts'
import { readWhole } from '../history/read-whole.ts'
import { wholeOfState } from '../history/whole-of-state.ts'
import type { House } from '../house.ts'
import type { AgreementEntry, BoardEntry } from '../store/registry-data.ts'
import { personOf } from './people.ts'
import { exportInput } from './reading.ts'

type Keepers = Pick<House, 'registry' | 'vault'>
/** Names of authors are read when a file is made, so that a person can be forgotten. */
export type Frozen = Omit<ExportInput, 'authors'>
const NOBODY: ExportInput['authors'] = new Map()

/** The board as a state of its history has it, and its plan. */
export const inputOfState = (entry: BoardEntry, state: Uint8Array, at: string): Frozen =>
  exportInput(entry, readWhole(wholeOfState(state)), at, undefined)

/** Puts a plan and its board into the vault; resolves with the names they have there, once they are durable. */
export async function freeze(
  { vault }: Keepers,
  board: BoardId,
  input: Frozen,
): Promise<{ planSha256: string; boardSha256: string }> {
  const boardSha256 = await vault.keep(board, canonical(input.whole))
  const planSha256 = await vault.keep(board, canonical(hashedPlan({ ...input, authors: NOBODY })))
  return { planSha256, boardSha256 }
}

/** Everything a format may need, of a version that was proposed: read from the vault, never from the board as it is now. */
export async function readFrozen(
  keepers: Keepers,
  entry: BoardEntry,
  agreement: AgreementEntry,
  at: string,
  options: ExportInput['options'],
): Promise<Frozen> {
  const { vault, registry } = keepers
  const whole = JSON.parse(await vault.read(entry.id, agreement.boardSha256)) as WholeBoard
  const kept = JSON.parse(await vault.read(entry.id, agreement.planSha256)) as FrozenVersion['kept']
  const version: FrozenVersion = {
    label: agreement.label,
    note: agreement.note,
    state: stateOf(agreement),
    proposedAt: agreement.at,
    endedAt: agreement.end?.at ?? null,
    sha256: agreement.planSha256,
    kept,
    parties: standingsOf(agreement).map(({ card, name, said }) => {
      const person = said && personOf(registry, said.by)
      return {
        id: card,
        name,
        answer: said?.answer ?? null,
        reason: said?.reason ?? '',
        by: person && { name: person.name, organisation: person.organisation },
        at: said?.at ?? null,
      }
    }),
  }
  return { ...exportInput(entry, readWhole(whole), at, options), version }
}
