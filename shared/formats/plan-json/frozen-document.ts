import type { Authors, FrozenVersion } from '../format.ts'
import { objectsIn, isObject } from './json.ts'

/**
 * `plan.json` of a version that was proposed or agreed: the plan as it was kept, with what stands outside of its fingerprint
 * (when the file was made, who raised the needs, and the agreement itself).
 */
export function frozenDocument(version: FrozenVersion, authors: Authors, exportedAt: string) {
  const { kept, sha256 } = version
  const plan = isObject(kept['plan']) ? kept['plan'] : {}
  const byId: ReadonlyMap<string, unknown> = authors
  const needs = objectsIn(kept, 'needs').map((need) => ({
    ...need,
    author: byId.get(String(need['id'])) ?? null,
  }))
  return { ...kept, exportedAt, plan: { ...plan, sha256 }, needs, agreement: agreementPart(version) }
}

/** What the partners said, and of which plan. */
const agreementPart = ({ label, note, state, proposedAt, endedAt, sha256, parties }: FrozenVersion) => ({
  label,
  note,
  state,
  proposedAt,
  endedAt,
  sha256,
  parties,
})
