import type { FundSource } from '../board/card.ts'
import type { Cents } from '../money.ts'

export type Severity = 'error' | 'warning' | 'information'

/** A programme pack: everything a programme decides, as data. A new programme needs no code. */
export interface Programme {
  readonly id: string
  readonly title: string
  /** Short name for top bars: "PON Metro 2014-20". */
  readonly shortTitle: string
  /** Other names that people write for it on cards: "PON Metro". */
  readonly aliases: readonly string[]
  readonly cci: string
  readonly version: string
  readonly verified: boolean
  readonly period: { readonly start: string; readonly end: string; readonly verified: boolean }
  /** "Asse" in 2014-20, "Priorità" in 2021-27. */
  readonly axisWord: { readonly it: string; readonly en: string }
  readonly axes: readonly Axis[]
  readonly funds: readonly Fund[]
  readonly cities: readonly City[]
  readonly operationCode: { readonly pattern: string; readonly example: string; readonly verified: boolean }
  /** Severity of each rule by its ID; a rule that is not named is not run. */
  readonly checks: Readonly<Record<string, Severity>>
  readonly coFinancing: { readonly maxEuRate: number; readonly verified: boolean } | null
  readonly sources: Readonly<Record<string, string>>
  readonly suggestions: { readonly targetGroups: readonly string[] }
}

export interface Axis {
  readonly code: string
  readonly title: string
  /** Words under which the axis is funded: `ERDF`, `ESF` or both for technical assistance. */
  readonly funds: readonly FundSource[]
  readonly fundVerified: boolean
  readonly allocationCents: Cents | null
  readonly specificObjectives: readonly SpecificObjective[]
}

export interface SpecificObjective {
  readonly code: string
  readonly title: string
  readonly verified: boolean
}

/** A source of money as the programme names it: `FESR`, `FSE`, `FSE+`… */
export interface Fund {
  readonly source: FundSource
  readonly name: { readonly it: string; readonly en: string }
  readonly verified: boolean
}

export interface City {
  readonly name: string
  readonly istat: string
  readonly nuts3: string
  /** Letters that open an operation code. */
  readonly prefix: string
  readonly prefixVerified: boolean
  readonly group: 'metropolitan' | 'medium'
}
