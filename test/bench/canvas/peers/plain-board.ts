import { boardOf as readBoard } from '../../../../shared/board/board.ts'
import { boxOf, type Box } from '../../../../shared/geometry/box.ts'
import { boardOf } from '../board.ts'

/** The measured board as any program can take it. */
export interface PlainBoard {
  readonly cards: readonly (Box & {
    readonly id: string
    readonly kind: string
    readonly title: string
    readonly body: string
  })[]
  readonly links: readonly { readonly from: string; readonly to: string }[]
}

/** The same cards in the same places as the product shows them, with the same links. */
export function plainBoardOf(size: number): PlainBoard {
  const { cards, links } = readBoard(boardOf(size))
  return {
    cards: [...cards.values()].map((card) => ({
      ...boxOf(card),
      id: card.id,
      kind: card.kind,
      title: card.title,
      body: card.body,
    })),
    links: [...links.values()].map(({ from, to }) => ({ from, to })),
  }
}
