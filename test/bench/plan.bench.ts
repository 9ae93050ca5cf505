import { bench, describe } from 'vitest'
import { boardOf } from '../../shared/board/board.ts'
import { cardsOf, linksOf } from '../../shared/board/schema.ts'
import { planOf } from '../../shared/plan/plan-of.ts'
import { PROGRAMMES } from '../../shared/programme/programmes.ts'
import { aLargeBoard } from './a-large-board.ts'

const [programme] = PROGRAMMES
if (!programme) throw new Error('no pack')

// The baseline is the least that anybody who looks at the whole board must do: turn the document into JSON once.
for (const size of [1_500, 10_000]) {
  const doc = aLargeBoard(size)
  const board = boardOf(doc)
  describe(`${size} cards`, () => {
    bench('baseline: the document as JSON', () => void [cardsOf(doc).toJSON(), linksOf(doc).toJSON()])
    bench('boardOf: the board as plain values', () => void boardOf(doc))
    bench('planOf: plan, ledger and every check', () => void planOf(board, programme))
  })
}
