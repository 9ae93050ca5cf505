import { untrack } from 'svelte'
import type { Card } from '../../../shared/board/card.ts'
import type { CardId } from '../../../shared/ids.ts'
import { euro } from '../../../shared/money.ts'
import type { Action, FundCard, Intervention, Need } from '../../../shared/plan/plan.ts'
import { fundName } from '../../../shared/programme/fund-name.ts'
import { m } from '../../paraglide/messages.js'
import { getLocale } from '../../paraglide/runtime.js'
import { zoneSums, type Sums } from '../../board/within-zone.ts'
import { membersOf } from '../../plan/delta.ts'
import type { Scene } from '../../session/scene.ts'
import { designWord, natureWord, partnerWord } from './words.ts'

/** What a card says beside its title. Empty texts are not shown. */
export interface Facts {
  /** One secondary fact, in the header. */
  readonly fact: string
  readonly chips: readonly string[]
  readonly amount: string
}

/** What cards say of themselves and what the plan says of them. The plan is looked through once, not once a card. */
export class CardFacts {
  readonly #actions: ReadonlyMap<CardId, Action>
  readonly #funds: ReadonlyMap<CardId, FundCard>
  readonly #needs: ReadonlyMap<CardId, Need>
  readonly #interventions: ReadonlyMap<CardId, Intervention>
  readonly #objectives: ReadonlyMap<CardId, readonly string[]>

  readonly #zones: Map<CardId, Sums | null>

  constructor(private readonly scene: Scene) {
    // Each list by itself: one that is the same as before is not looked through again.
    const actions = $derived(membersOf(scene.plan.plan.actions))
    const funds = $derived(membersOf(scene.plan.plan.funds))
    const needs = $derived(membersOf(scene.plan.plan.needs))
    const interventions = $derived(membersOf(scene.plan.plan.interventions))
    this.#actions = $derived(byId(actions))
    this.#funds = $derived(byId(funds))
    this.#needs = $derived(byId(needs))
    this.#interventions = $derived(byId(interventions))
    this.#objectives = $derived(objectivesByAxis(actions))
    // Empty for every plan anew.
    this.#zones = $derived.by(() => (void scene.plan.plan, new Map<CardId, Sums | null>()))
  }

  of(card: Card): Facts {
    switch (card.kind) {
      case 'need':
        return facts(card.source ?? this.#authorOf(card.id), tags(card), '')
      case 'action':
        return facts(natureAndDesign(card), actionChips(card), this.#actionAmount(card))
      case 'axis':
        return facts(this.#axisFact(card), [], '')
      case 'fund':
        return facts(this.#ceiling(card), [], this.#assigned(card.id))
      case 'partner':
        return facts(card.partnerType ? partnerWord(card.partnerType) : '', some(card.sector), '')
      case 'context':
        return facts(card.programme ?? '', tags(card), amountOf(card.cents))
      case 'note':
      case 'intervention':
      case 'zone':
        return facts('', [], '')
    }
  }

  /** How many needs speak through this one. */
  mergedInto(id: CardId): number {
    return this.#needs.get(id)?.merged.length ?? 0
  }

  /** How many people say that a need is theirs too. */
  alsoMine(id: CardId): number {
    return this.scene.alsoMine?.of(id).count ?? 0
  }

  intervention(id: CardId): Intervention | undefined {
    return this.#interventions.get(id)
  }

  /** Axes and money of a frame's contents; null for other cards. A zone's are looked for once a plan. */
  sumsOf(id: CardId): Sums | null {
    const intervention = this.#interventions.get(id)
    if (intervention) return intervention
    const zones = this.#zones
    const known = zones.get(id)
    if (known !== undefined) return known
    const planned = { actions: this.#actions, interventions: this.#interventions }
    const sums = untrack(() => zoneSums(this.scene.board, this.scene.index, id, planned))
    zones.set(id, sums)
    return sums
  }

  #authorOf(id: CardId): string {
    const author = this.scene.authors.get(id)
    return author?.organisation || author?.name || ''
  }

  /** What it costs; while nobody said, what finances it. */
  #actionAmount(card: Extract<Card, { kind: 'action' }>): string {
    return amountOf(card.costCents ?? (this.#actions.get(card.id)?.fundedCents || undefined))
  }

  /** "OS 3.3 · FSE": the objectives named by the links to it, and the funds the programme gives it. */
  #axisFact(card: Extract<Card, { kind: 'axis' }>): string {
    const { programme } = this.scene.plan.plan
    const axis = programme.axes.find((one) => one.code === card.axis)
    const funds = (axis?.funds ?? []).map((source) => fundName(programme, source)[getLocale()])
    const objectives = (this.#objectives.get(card.id) ?? []).map((code) => m.canvas_objective({ code }))
    return [...objectives, ...funds].join(' · ')
  }

  #ceiling(card: Extract<Card, { kind: 'fund' }>): string {
    return card.ceilingCents === undefined ? '' : m.canvas_ceiling({ amount: euro(card.ceilingCents) })
  }

  #assigned(id: CardId): string {
    return amountOf(this.#funds.get(id)?.assignedCents || undefined)
  }
}

/** Beside an amount there is room for one chip that can be read. */
const facts = (fact: string, chips: readonly string[], amount: string): Facts => ({
  fact,
  chips: chips.slice(0, amount === '' ? 2 : 1),
  amount,
})

const some = (text: string | undefined): readonly string[] => (text ? [text] : [])

const amountOf = (cents: number | undefined): string => (cents === undefined ? '' : euro(cents))

/** The first target and the first place: the others are in the panel. */
const tags = (card: { readonly targetGroups?: readonly string[]; readonly places?: readonly string[] }) => [
  ...some(card.targetGroups?.[0]),
  ...some(card.places?.[0]),
]

const natureAndDesign = ({ nature, designLevel }: Extract<Card, { kind: 'action' }>): string =>
  [nature ? natureWord(nature) : '', designLevel && designLevel !== 'none' ? designWord(designLevel) : '']
    .filter((word) => word !== '')
    .join(' · ')

/** "9 spazi", from the first output indicator, when it says what it counts; else target and place. */
function actionChips(card: Extract<Card, { kind: 'action' }>): readonly string[] {
  const output = card.indicators?.find((one) => one.type === 'output' && one.target !== undefined)
  const counted = output?.unit
    ? `${new Intl.NumberFormat(getLocale()).format(output.target ?? 0)} ${output.unit}`
    : undefined
  return [...some(counted), ...tags(card)]
}

const byId = <T extends { readonly id: CardId }>(items: readonly T[]): ReadonlyMap<CardId, T> =>
  new Map(items.map((item) => [item.id, item]))

function objectivesByAxis(actions: readonly Action[]): ReadonlyMap<CardId, readonly string[]> {
  const codes = new Map<CardId, Set<string>>()
  for (const { axes } of actions)
    for (const { card, specificObjective } of axes) {
      const code = /^\d+(\.\d+)*/.exec(specificObjective ?? '')?.[0]
      if (code) codes.set(card, (codes.get(card) ?? new Set<string>()).add(code))
    }
  return new Map([...codes].map(([card, set]) => [card, [...set].sort()]))
}
