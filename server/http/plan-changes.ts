import { planContent } from '../../shared/formats/plan-json/document.ts'
import type { BoardId } from '../../shared/ids.ts'
import type { House } from '../house.ts'
import type { AgreementEntry, BoardEntry } from '../store/registry-data.ts'
import { readFrozen } from './frozen.ts'
import { readForExport } from './reading.ts'

/** Whether the plan of a board now says something else than a version of it. */
export type PlanChanges = (entry: BoardEntry, version: AgreementEntry) => Promise<boolean>

const MOST_KNOWN = 500
const NEVER_SHOWN = new Date(0).toISOString()

/** Both are read with the same code, so that a newer server does not say that a table has changed when only its rules have. */
export function createPlanChanges(house: House): PlanChanges {
  /** Versions never change; a board has the same plan until something is written. */
  const versions = new Map<string, string>()
  const boards = new Map<BoardId, { readonly seq: number; readonly content: string }>()

  return async (entry, version) => {
    const seq = house.store.head(entry.id)?.seq ?? 0
    if (seq === version.seq) return false
    return (await ofBoard(entry, seq)) !== (await ofVersion(entry, version))
  }

  async function ofBoard(entry: BoardEntry, seq: number): Promise<string> {
    const known = boards.get(entry.id)
    if (known?.seq === seq) return known.content
    const content = planContent(await readForExport(house, entry, NEVER_SHOWN, undefined))
    if (boards.size >= MOST_KNOWN) boards.clear()
    boards.set(entry.id, { seq, content })
    return content
  }

  async function ofVersion(entry: BoardEntry, version: AgreementEntry): Promise<string> {
    const known = versions.get(version.id)
    if (known !== undefined) return known
    const input = await readFrozen(house, entry, version, NEVER_SHOWN, undefined)
    const content = planContent({ ...input, authors: new Map() })
    if (versions.size >= MOST_KNOWN) versions.clear()
    versions.set(version.id, content)
    return content
  }
}
