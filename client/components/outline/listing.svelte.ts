import type { Card } from '../../../shared/board/card.ts'
import type { CardId } from '../../../shared/ids.ts'
import type { BoardSession } from '../../session/board-session.svelte.ts'
import { answersOf } from '../find/found.ts'
import { GROUPED, INVITING } from './grouped-kinds.ts'
import { groupsOf, rowsOf, settledGroups, type Groups } from './groups.ts'

const KINDS = GROUPED.map(({ kind }) => kind)

/** The row one is in stays, whatever is written in it: it must not go from under the hands. */
const isHere = (id: CardId): boolean =>
  document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row'] === id

/** What the outline lists: the cards that answer what is typed in the filter, by group, in the order in which they are read. */
export class Listing {
  filter = $state('')
  /** The cards that answer the filter; null while nothing is asked. */
  readonly found: ReadonlySet<CardId> | null = $derived.by(() => {
    if (this.filter.trim() === '') return null
    const cards = [...this.session.plan.board.cards.values()]
    const answers = (card: Card): boolean => isHere(card.id) || answersOf(this.session, this.filter, card) > 0
    return new Set(cards.filter(answers).map(({ id }) => id))
  })
  /** The order somebody was writing in. Not reactive. */
  #held: Groups | null = null
  readonly #all: Groups = $derived.by(() => {
    const now = groupsOf(this.session.plan.board, (id) => this.found?.has(id) ?? true)
    // While somebody writes in a row, the rows stay where they are, whatever others drag about.
    this.#held = this.#held && this.isWriting() ? settledGroups(this.#held, now) : now
    return this.#held
  })
  /** The actions of each intervention, in the order of the interventions. */
  readonly interventions: ReadonlyMap<CardId, readonly CardId[]> = $derived.by(
    () => new Map(this.#all.interventions.map(({ frame, actions }) => [frame, actions])),
  )
  readonly looseActions: readonly CardId[] = $derived.by(() => this.#all.looseActions)
  /** The other kinds of which there are cards, or which invite to write. */
  readonly groups = $derived.by(() =>
    GROUPED.map((group) => ({ ...group, ids: this.#all.byKind.get(group.kind) ?? [] })).filter(
      ({ kind, ids }) =>
        ids.length > 0 || (this.found === null && this.session.canWrite && INVITING.includes(kind)),
    ),
  )
  readonly order: readonly CardId[] = $derived.by(() => rowsOf(this.#all, KINDS))

  /** `isWriting`: whether the focus is in the list. */
  constructor(
    private readonly session: BoardSession,
    private readonly isWriting: () => boolean,
  ) {}

  /** The row above or below another one. */
  beside(id: CardId, step: 1 | -1): CardId | undefined {
    return this.order[this.order.indexOf(id) + step]
  }

  /** The row at the edge of the list under which a card stands, or which it is. */
  standsIn(id: CardId): CardId {
    for (const [frame, actions] of this.interventions) if (actions.includes(id)) return frame
    return id
  }

  /** Whoever asks for another order wants to see it. */
  resort(): void {
    this.#held = null
  }
}
