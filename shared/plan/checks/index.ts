import type { Check } from '../finding.ts'

/** Every rule, in the order in which it is read in docs/checks.md. A programme pack says how severe each is. */
export const CHECKS: readonly Check[] = []
