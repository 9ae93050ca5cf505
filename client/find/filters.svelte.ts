import type { BoardId, CardId } from '../../shared/ids.ts'
import { kindLabel } from '../board/kinds.ts'
import { answers, searchable } from '../components/ui/search-cards.ts'
import type { PlanView } from '../plan/plan-view.svelte.ts'
import { readStoredJson, writeStored } from '../stored.ts'
import { answering, isNothing, NOTHING, readChosen, toggled, type Chosen } from './chosen.ts'
import { facetsOf, type CardFacets, type Facet } from './facets.ts'

interface Table {
  readonly id: BoardId
  readonly plan: PlanView
  /** Who made a card, as it is shown. */
  authorOf(id: CardId): string
}

/**
 * What is filtered by at a table: the canvas and the outline dim the same cards. It is kept in this browser and never
 * written into the document.
 */
export class Filters {
  #chosen: Chosen
  readonly #key: string
  /** The facets of every card, read when somebody looks and again when the plan changes. */
  readonly facets: ReadonlyMap<CardId, CardFacets> = $derived.by(() => {
    const { plan } = this.table
    return facetsOf({
      cards: plan.board.cards.values(),
      plan: plan.plan,
      authorOf: (id) => this.table.authorOf(id),
      failingOf: (id) => plan.failingOf(id),
    })
  })
  /** The cards that answer; null while nothing is filtered by. */
  readonly found: ReadonlySet<CardId> | null = $derived.by(() => {
    const { plan } = this.table
    if (isNothing(this.#chosen)) return null
    const { words } = this.#chosen
    return answering(this.#chosen, this.facets, (id) => {
      const card = plan.board.cards.get(id)
      return card
        ? answers(words, searchable(card, kindLabel(card.kind), this.table.authorOf(id))) > 0
        : false
    })
  })

  constructor(private readonly table: Table) {
    this.#key = `tavolo.filters.${table.id}`
    this.#chosen = $state.raw(readChosen(readStoredJson(this.#key)))
  }

  get chosen(): Chosen {
    return this.#chosen
  }

  get isOn(): boolean {
    return !isNothing(this.#chosen)
  }

  /** Whether a card steps back for those that answer. */
  dims(id: CardId): boolean {
    return this.found !== null && !this.found.has(id)
  }

  has(facet: Facet, value: string): boolean {
    return this.#chosen.values[facet].includes(value)
  }

  toggle(facet: Facet, value: string): void {
    this.#keep(toggled(this.#chosen, facet, value))
  }

  set words(words: string) {
    this.#keep({ ...this.#chosen, words })
  }

  clear(): void {
    this.#keep(NOTHING)
  }

  #keep(chosen: Chosen): void {
    this.#chosen = chosen
    writeStored(this.#key, isNothing(chosen) ? null : JSON.stringify(chosen))
  }
}

/** Where nothing is filtered by: a board of the past. */
export const UNFILTERED = { found: null, dims: (): boolean => false } satisfies Pick<
  Filters,
  'found' | 'dims'
>
