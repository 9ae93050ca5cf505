import type { FundSource, Theme } from '../board/card.ts'
import type { Dimension } from '../board/fields.ts'
import type { Cents } from '../money.ts'
import type { ActionDatum } from './action-data.ts'
import type { CodeListId } from './code-index.ts'
import type { DossierSection } from './dossier-sections.ts'

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
  /**
   * How an operation code is made, compared without spaces. The groups `axis` and `objective` of the pattern, when it has
   * them, must say the axis and the digits of the specific objective under which the action stands.
   */
  readonly operationCode: { readonly pattern: string; readonly example: string; readonly verified: boolean }
  /** Severity of each rule by its ID; a rule that is not named is not run. */
  readonly checks: Readonly<Record<string, Severity>>
  /** How much each rule counts in the readiness of a plan, a whole number; a rule that is not named counts nothing. */
  readonly readiness: Readonly<Record<string, number>>
  readonly coFinancing: { readonly maxEuRate: number; readonly verified: boolean } | null
  readonly submission: Submission
  /** The chapters of the dossier in their order; one that is not named is left out. */
  readonly dossier: readonly DossierSection[]
  /** The theme that a specific objective says by itself (CMP-2). */
  readonly themes: Readonly<Record<string, Theme>>
  readonly sources: Readonly<Record<string, string>>
  readonly suggestions: { readonly targetGroups: readonly string[] }
}

/** What must be in an action that is handed in (rules SUB). */
export interface Submission {
  readonly mandatory: readonly ActionDatum[]
  /** Longest title and summary, in characters. */
  readonly titleLimit: number
  readonly summaryLimit: number
  /** Dimensions by which what a fund pays must be classified. */
  readonly classifications: Readonly<Partial<Record<FundSource, readonly Dimension[]>>>
  /** The list of codes of each dimension and of the indicators; what is not named is not looked up. */
  readonly lists: Readonly<Partial<Record<Dimension, CodeListId>>>
  readonly indicatorLists: readonly CodeListId[]
  /** Whether these demands were read in an act of this period. */
  readonly verified: boolean
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
