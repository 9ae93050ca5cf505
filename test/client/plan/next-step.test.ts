import { expect, it } from 'vitest'
import { nextStep } from '../../../client/plan/next-step.ts'
import { aBoard, type BoardSpec } from '../../builders/a-board.ts'

type Cards = NonNullable<BoardSpec['cards']>

it('leads a new table from the need to the euro, one thing at a time', () => {
  const need: Cards = { need: { kind: 'need' } }
  const action: Cards = { ...need, action: { kind: 'action' } }
  const axis: Cards = { ...action, axis: { kind: 'axis', axis: '3' } }
  const fund: Cards = { ...axis, fund: { kind: 'fund' } }
  const answers = ['action', 'answers', 'need'] as const
  const under = ['action', 'programmedUnder', 'axis'] as const
  const after = (spec: BoardSpec) => nextStep(aBoard(spec).plan())
  expect([
    after({}),
    after({ cards: need }),
    after({ cards: action }),
    after({ cards: action, links: [answers] }),
    after({ cards: axis, links: [answers] }),
    after({ cards: axis, links: [answers, under] }),
    after({ cards: fund, links: [answers, under] }),
  ]).toEqual(['need', 'action', 'answer', 'axis', 'programme', 'fund', 'money'])
})

it('asks for no need where somebody began with an action', () => {
  expect(nextStep(aBoard({ cards: { action: { kind: 'action' } } }).plan())).toBe('axis')
})
