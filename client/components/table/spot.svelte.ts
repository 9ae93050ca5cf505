import type { CardId } from '../../../shared/ids.ts'
import { nearestLeft } from '../outline/nearest-left.ts'
import type { Place } from './grid-walk.ts'

/**
 * The cell one is at. It is known by its card and not by its row: while others add, move and take away rows, a key must not
 * write in another card than the one that is seen with the focus.
 */
export class Spot {
  #rows: readonly CardId[] = []
  /** Null is the heading; `first` until somebody has gone anywhere. */
  #card = $state.raw<CardId | 'first' | null>('first')
  #column = $state.raw(1)
  /** Where it is now among the rows: 0 is the heading. */
  readonly place: Place = $derived.by(() => {
    const rows = this.read()
    const row = this.#card === null ? 0 : this.#card === 'first' ? 1 : rows.indexOf(this.#card) + 1
    return { row: Math.min(row, rows.length), column: this.#column }
  })

  constructor(private readonly read: () => readonly CardId[]) {}

  go({ row, column }: Place): void {
    this.#card = row === 0 ? null : (this.read()[row - 1] ?? null)
    this.#column = column
  }

  /** To the first row, as when another table is shown. */
  reset(): void {
    this.#card = 'first'
    this.#column = 1
    this.#rows = []
  }

  /**
   * Takes note of the rows as they are now. `gone`: the card one was at, when it is no longer among them; one is then at what
   * stood next to it. `by`: how many rows the cell has gone down.
   */
  settle(): { readonly gone: CardId | null; readonly by: number } {
    const [before, now] = [this.#rows, this.read()]
    this.#rows = now
    const card = this.#card
    if (card === null || card === 'first') return { gone: null, by: 0 }
    if (now.includes(card)) {
      const was = before.indexOf(card)
      return { gone: null, by: was < 0 ? 0 : now.indexOf(card) - was }
    }
    this.#card = nearestLeft(before, card, (one) => now.includes(one))
    return { gone: card, by: 0 }
  }
}
