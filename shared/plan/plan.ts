import type { DesignLevel, FundSource, Nature, PartnerType, Theme } from '../board/card.ts'
import type { Classification, Declared, Indicator } from '../board/fields.ts'
import type { CardId, LinkId } from '../ids.ts'
import type { Cents } from '../money.ts'
import type { Programme } from '../programme/programme.ts'
import type { Finding } from './finding.ts'

/** The plan that a board yields: a tree of plain values. An unfinished board gives an unfinished plan. */
export interface Plan {
  readonly title: string
  readonly programme: Programme
  readonly city: Programme['cities'][number] | null
  readonly interventions: readonly Intervention[]
  /** Every action, in reading order, those outside any intervention included. */
  readonly actions: readonly Action[]
  readonly needs: readonly Need[]
  readonly axes: readonly AxisCard[]
  readonly funds: readonly FundCard[]
  readonly partners: readonly Partner[]
  readonly contexts: readonly Context[]
  /** Plain lines between two cards: they say that somebody sees the two together. */
  readonly relates: readonly Relation[]
  readonly ledger: Ledger
  readonly findings: readonly Finding[]
}

export interface Intervention {
  readonly id: CardId
  readonly title: string
  readonly summary: string
  /** Ids of its actions, in reading order. */
  readonly actions: readonly CardId[]
  /** Codes of the axes its actions stand under, sorted: `["1", "3", "4"]`. */
  readonly axes: readonly string[]
  readonly funds: readonly FundSource[]
  readonly places: readonly string[]
  readonly targetGroups: readonly string[]
  readonly arrangements: { readonly design: string; readonly recipients: string; readonly timing: string }
  readonly declared: readonly Declared[]
  readonly spaces: number | null
  readonly totalCents: Cents
  readonly costCents: Cents
  readonly toCoverCents: Cents
  /** Money of the contexts that complement its actions, beside the total and never in it. */
  readonly contextCents: Cents
  /** Ids of the needs its actions answer, each once. */
  readonly needs: readonly CardId[]
  readonly partners: readonly CardId[]
}

export interface Action {
  readonly id: CardId
  readonly title: string
  readonly summary: string
  readonly intervention: CardId | null
  readonly nature: Nature | null
  readonly designLevel: DesignLevel | null
  readonly start: string | null
  readonly end: string | null
  readonly operationCode: string | null
  readonly sameOperationAs: string | null
  readonly cup: string | null
  readonly needsPlace: boolean
  readonly places: readonly string[]
  readonly targetGroups: readonly string[]
  readonly indicators: readonly Indicator[]
  readonly classifications: readonly Classification[]
  /** As stated on the card; what its specific objectives say besides is `themesOf`. */
  readonly themes: readonly Theme[]
  readonly inferred: readonly string[]
  /** What it costs as stated; null while nobody said. */
  readonly costCents: Cents | null
  readonly fundedCents: Cents
  /** Cost less financing when positive, else 0. */
  readonly toCoverCents: Cents
  readonly axes: readonly ActionAxis[]
  readonly funding: readonly FundingRow[]
  readonly needs: readonly CardId[]
  readonly enables: readonly Enabling[]
  readonly partners: readonly Commitment[]
  readonly complements: readonly CardId[]
}

export interface ActionAxis {
  readonly card: CardId
  readonly link: LinkId
  readonly code: string | null
  readonly title: string
  readonly specificObjective: string | null
}

export interface FundingRow {
  readonly link: LinkId
  readonly fund: CardId
  readonly fundTitle: string
  readonly source: FundSource | null
  /** Programme whose money it is: the id of the board's pack unless the fund card says otherwise. */
  readonly programme: string
  readonly cents: Cents
  readonly years: Readonly<Record<string, Cents>>
  /** Code of the axis it is counted under; null is "non ripartito". */
  readonly axis: string | null
}

export interface Enabling {
  readonly link: LinkId
  readonly action: CardId
  readonly reason: string
}

export interface Commitment {
  readonly link: LinkId
  readonly partner: CardId
  readonly role: 'insideLead' | 'outsideLead' | 'partner'
  readonly commitment: string | null
  readonly value: string
  readonly cents: Cents | null
  readonly state: 'proposed' | 'confirmed'
}

export interface Need {
  readonly id: CardId
  readonly title: string
  readonly text: string
  /** Who said it, in the words of the card. */
  readonly source: string
  readonly places: readonly string[]
  readonly targetGroups: readonly string[]
  readonly fate: Fate
  /** Needs that speak through this one. */
  readonly merged: readonly CardId[]
}

export type Fate =
  | { readonly kind: 'raised' }
  | { readonly kind: 'merged'; readonly into: CardId }
  | { readonly kind: 'answered'; readonly actions: readonly CardId[] }
  | {
      readonly kind: 'financed'
      readonly actions: readonly CardId[]
      readonly cents: Cents
      readonly funds: readonly CardId[]
    }
  | { readonly kind: 'notTakenUp'; readonly because: string }

export interface AxisCard {
  readonly id: CardId
  readonly title: string
  readonly code: string | null
}

export interface FundCard {
  readonly id: CardId
  readonly title: string
  readonly source: FundSource | null
  readonly programme: string
  readonly ceilingCents: Cents | null
  /** Share paid by the Union, 0 to 1; null while nobody said. */
  readonly euRate: number | null
  readonly assignedCents: Cents
}

export interface Partner {
  readonly id: CardId
  readonly title: string
  readonly type: PartnerType | null
  readonly thirdSector: boolean
  readonly taxCode: string | null
  /** Its number in the national register of the third sector (RUNTS), verbatim. */
  readonly runts: string | null
  readonly sector: string
}

export interface Context {
  readonly id: CardId
  readonly title: string
  readonly text: string
  readonly programme: string
  readonly cents: Cents | null
  readonly places: readonly string[]
  readonly targetGroups: readonly string[]
  readonly operationCode: string | null
  readonly themes: readonly Theme[]
}

export interface Relation {
  readonly link: LinkId
  readonly from: CardId
  readonly to: CardId
}

/** The money of the plan, in cents. Every total is the sum of its rows; nothing here is typed in by hand. */
export interface Ledger {
  readonly rows: readonly LedgerRow[]
  readonly totalCents: Cents
  readonly byFund: readonly LedgerSum<CardId>[]
  readonly byAxis: readonly LedgerSum<string | null>[]
  readonly bySource: readonly LedgerSum<FundSource | null>[]
  readonly byIntervention: readonly LedgerSum<CardId | null>[]
  readonly byYear: readonly LedgerSum<string | null>[]
  /** One bar per fund source and axis, as the strip at the foot of the board shows them. */
  readonly byFundAndAxis: readonly (LedgerSum<string> & {
    readonly source: FundSource | null
    readonly axis: string | null
  })[]
  readonly declared: readonly DeclaredCheck[]
  readonly costCents: Cents
  readonly toCoverCents: Cents
  readonly overFinancedCents: Cents
  /** Money of contexts: "all sources" is `totalCents + contextCents`. */
  readonly contextCents: Cents
}

export interface LedgerRow extends FundingRow {
  readonly action: CardId
  readonly intervention: CardId | null
}

export interface LedgerSum<K> {
  readonly key: K
  readonly title: string
  readonly cents: Cents
  readonly ceilingCents: Cents | null
}

export interface DeclaredCheck extends Declared {
  readonly intervention: CardId
  readonly computedCents: Cents
  /** Declared less computed: what nobody has explained yet; 0 when they agree. */
  readonly unexplainedCents: Cents
}
