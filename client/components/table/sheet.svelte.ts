import { SvelteMap } from 'svelte/reactivity'
import type { Card, Kind } from '../../../shared/board/card.ts'
import type { CardId } from '../../../shared/ids.ts'
import { m } from '../../paraglide/messages.js'
import type { BoardSession } from '../../session/board-session.svelte.ts'
import { columnsOf, TABLE_KINDS } from './columns.ts'
import { nextSorting, rowsOf, type Sorting } from './rows.ts'

/** The cell that is being written in. */
export interface Writing {
  readonly id: CardId
  readonly column: string
  /** The character that began it. */
  readonly begun: string | null
}

/** What the table shows: the cards of one kind, their columns, sorted and filtered as somebody asked. */
export class Sheet {
  #chosen = $state.raw<Kind | null>(null)
  #sorting = $state.raw<Sorting | null>(null)
  /** Whether the filters of the columns are open; closed, they leave nothing out. */
  filtering = $state.raw(false)
  readonly filters = new SvelteMap<string, string>()
  writing = $state.raw<Writing | null>(null)
  /** The order of the rows while a cell is written. Not reactive. */
  #held: readonly CardId[] | null = null

  readonly counts: ReadonlyMap<Kind, number> = $derived.by(() => {
    const byKind = new Map<Kind, number>()
    for (const { kind } of this.session.plan.board.cards.values())
      byKind.set(kind, (byKind.get(kind) ?? 0) + 1)
    return byKind
  })
  readonly kind: Kind = $derived.by(
    () => this.#chosen ?? TABLE_KINDS.find((one) => this.counts.has(one)) ?? 'need',
  )
  readonly columns = $derived.by(() => columnsOf(this.kind, this.session.plan.plan, (id) => this.titleOf(id)))
  readonly #cards = $derived.by(() =>
    [...this.session.plan.board.cards.values()].filter((card) => card.kind === this.kind),
  )
  readonly rows: readonly Card[] = $derived.by(() => {
    const filters = this.filtering ? Object.fromEntries(this.filters) : {}
    const fresh = rowsOf(this.#cards, this.columns, filters, this.#sorting)
    const { writing } = this
    // While a cell is written its row stays where it is, whatever the order says of the new value.
    if (!writing || !this.#held) {
      this.#held = fresh.map(({ id }) => id)
      return fresh
    }
    const byId = new Map(this.#cards.map((card) => [card.id, card]))
    // Nor does it go when somebody throws the card away: what is typed would be lost with it.
    const thrown = this.session.board.trash.get(writing.id)
    return this.#held.flatMap((id) => byId.get(id) ?? (thrown?.id === id ? thrown : []))
  })
  readonly ids: readonly CardId[] = $derived.by(() => this.rows.map(({ id }) => id))

  constructor(private readonly session: BoardSession) {}

  get sorting(): Sorting | null {
    return this.#sorting
  }

  titleOf(id: CardId): string {
    return this.session.plan.board.cards.get(id)?.title || m.untitled()
  }

  /** Shows the cards of a kind, all of them. */
  show(kind: Kind): void {
    if (kind !== this.kind) this.#sorting = null
    this.#chosen = kind
    this.filters.clear()
  }

  sort(key: string): void {
    this.#sorting = nextSorting(this.#sorting, key)
    this.reorder()
  }

  filter(key: string, words: string): void {
    this.filters.set(key, words)
    this.reorder()
  }

  /** Who asks for another order wants to see it, also while a cell is written. */
  reorder(): void {
    this.#held = null
  }
}
