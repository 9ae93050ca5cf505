import type { Card, Point } from '../../shared/board/card.ts'
import type { CardId } from '../../shared/ids.ts'

/** One card on screen: a stable identity whose value is replaced whole, by `BoardView` only. */
export class CardView {
  readonly id: CardId
  #card: Card
  /** Where a drag shows it before it is dropped, as an offset in board points; null at rest. */
  preview: Point | null

  constructor(card: Card) {
    this.id = card.id
    this.#card = $state.raw(card)
    this.preview = $state.raw(null)
  }

  get card(): Card {
    return this.#card
  }

  set card(card: Card) {
    this.#card = card
  }

  /** Where it stands now, the drag included. */
  get at(): Point {
    const [x, y] = this.#card.at
    return this.preview ? [x + this.preview[0], y + this.preview[1]] : this.#card.at
  }

  /** The drag as a CSS transform, from where it rests; null at rest. */
  get shift(): string | null {
    return this.preview && `translate(${this.preview[0]}px, ${this.preview[1]}px)`
  }
}
