import { m } from '../../paraglide/messages.js'

interface Choice {
  /** The word that goes on the card: one vocabulary for the whole table, whatever language a phone speaks. */
  readonly value: string
  readonly label: string
}

const COMMON: readonly (readonly [value: string, label: () => string])[] = [
  ['Giovani', m.phone_group_young],
  ['Anziani', m.phone_group_old],
  ['Famiglie', m.phone_group_families],
  ['Tutti', m.phone_group_all],
]
const SHOWN = 8

/** The words offered for "Per chi?": those in use at the table, then common ones, so that an empty table offers some too. */
export function groupChoices(inUse: readonly string[]): Choice[] {
  const known = new Set(inUse.map((word) => word.toLowerCase()))
  const common = COMMON.filter(([value]) => !known.has(value.toLowerCase()))
  return [
    ...plainChoices(inUse).slice(0, SHOWN - Math.min(common.length, 2)),
    ...common.map(([value, label]) => ({ value, label: label() })),
  ].slice(0, SHOWN)
}

/** The words offered for "Dove?": the places in use at the table. */
export const plainChoices = (inUse: readonly string[]): Choice[] =>
  inUse.slice(0, SHOWN).map((value) => ({ value, label: value }))
