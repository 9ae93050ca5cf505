import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { boardOf } from '../../../shared/board/board.ts'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { linkCards } from '../../../shared/board/commands/link-cards.ts'
import { missingData } from '../../../shared/plan/missing.ts'
import { ACTION_DATA } from '../../../shared/programme/action-data.ts'
import { planOf } from '../../../shared/plan/plan-of.ts'
import { PROGRAMMES } from '../../../shared/programme/programmes.ts'
import type { CardId } from '../../../shared/ids.ts'

const [programme] = PROGRAMMES
if (!programme) throw new Error('no pack')

it('lists every datum that an empty action lacks, and none that it has', () => {
  const doc = new Y.Doc()
  const action = addCard(doc, { kind: 'action', at: [0, 0], id: 'a' as CardId }) as CardId
  expect(missingData(planOf(boardOf(doc), programme)).map(({ datum }) => datum)).toEqual([...ACTION_DATA])

  const axis = addCard(doc, { kind: 'axis', at: [0, 0], fields: { axis: '3' } }) as CardId
  const fund = addCard(doc, { kind: 'fund', at: [0, 0] }) as CardId
  linkCards(doc, { kind: 'programmedUnder', from: action, to: axis, fields: { specificObjective: '3.3' } })
  linkCards(doc, { kind: 'finances', from: fund, to: action, fields: { cents: 100 } })
  const missing = missingData(planOf(boardOf(doc), programme))
  expect(missing.map(({ datum }) => datum)).not.toContain('axis')
  expect(missing.map(({ datum }) => datum)).not.toContain('specificObjective')
  expect(missing.map(({ datum }) => datum)).not.toContain('funding')
  expect(missing.every(({ actions }) => actions.length === 1 && actions[0] === 'a')).toBe(true)
})

it('asks for nothing where there are no actions', () =>
  expect(missingData(planOf(boardOf(new Y.Doc()), programme))).toEqual([]))
