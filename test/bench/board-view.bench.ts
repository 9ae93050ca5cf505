import { bench, describe } from 'vitest'
import * as Y from 'yjs'
import { BoardIndex } from '../../client/board/board-index.ts'
import { BoardView } from '../../client/board/board-view.svelte.ts'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { moveCards } from '../../shared/board/commands/move-cards.ts'
import { LOCAL } from '../../shared/board/origin.ts'
import type { CardId } from '../../shared/ids.ts'

/**
 * What one change of one card costs the mirror that the canvas renders from, and the index it looks things up in. The two
 * must be about the same: nothing on the way of a change may grow with the board.
 */
function tableOf(count: number): { doc: Y.Doc; ids: CardId[] } {
  const doc = new Y.Doc()
  const ids: CardId[] = []
  doc.transact(() => {
    for (let i = 0; i < count; i++) {
      const at = [(i % 100) * 260, Math.floor(i / 100) * 150] as const
      const id = addCard(doc, { kind: 'need', at, title: `Bisogno ${i}` })
      if (id) ids.push(id)
    }
  }, LOCAL)
  const board = new BoardView(doc)
  new BoardIndex(board)
  return { doc, ids }
}

describe('one card moves', () => {
  for (const count of [100, 10_000]) {
    const { doc, ids } = tableOf(count)
    let turn = 0
    bench(`on a board of ${count}`, () => {
      const id = ids[turn++ % ids.length]
      if (id) moveCards(doc, [{ id, to: [turn % 20_000, (turn * 7) % 15_000] }])
    })
  }
})
