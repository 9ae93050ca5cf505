import { expect, it } from 'vitest'
import { copy } from '../../../client/actions/clipboard.ts'
import { takeOut } from '../../../client/actions/cards.ts'
import { earlier } from '../../../client/actions/reorder.ts'
import { doneSentence } from '../../../client/components/outline/done.ts'
import type { CardId } from '../../../shared/ids.ts'
import { aBoard } from '../../builders/a-board.ts'

const board = aBoard({
  cards: {
    first: { kind: 'need', title: 'Un posto', at: [0, 0] },
    second: { kind: 'need', title: 'Una piazza', at: [0, 160] },
    loose: { kind: 'action', at: [400, 0] },
  },
}).board()

it('a row that changed places says which place it has, one taken out of its intervention where it is', () => {
  const said = (action: typeof earlier, id: string) => doneSentence(board, action, id as CardId)
  expect(said(earlier, 'second')).toBe('«Una piazza»: posto 2 di 2.')
  expect(said(takeOut, 'loose')).toBe('«loose» è ora fuori dagli interventi.')
  expect(said(copy, 'first')).toBeNull()
  expect(said(earlier, 'thrown away')).toBeNull()
})
