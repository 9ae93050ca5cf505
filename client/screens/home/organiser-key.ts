import { readStored, writeStored } from '../../stored.ts'
import { organiserKey } from '../../session/remembered.ts'

/** What lets this browser open tables, and whether it may let others do so. */
export interface OrganiserPass {
  readonly key: string
  readonly operator: boolean
}

/** Reads `#operator=<key>` or `#organiser=<key>`, or null. */
export function passInFragment(fragment: string): OrganiserPass | null {
  const match = /^#(operator|organiser)=([A-Za-z0-9_-]{8,200})$/.exec(fragment)
  return match?.[2] ? { key: match[2], operator: match[1] === 'operator' } : null
}

export function keptPass(): OrganiserPass | null {
  const key = organiserKey()
  return key === null ? null : { key, operator: readStored('tavolo.operator') === 'yes' }
}

/** Returns whether the browser kept it. */
export const keepPass = ({ key, operator }: OrganiserPass): boolean =>
  writeStored('tavolo.organiser', key) && writeStored('tavolo.operator', operator ? 'yes' : null)

export function leavePass(): void {
  writeStored('tavolo.organiser', null)
  writeStored('tavolo.operator', null)
}
