import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sum } from '../../../../shared/money.ts'
import { axisByFund } from '../../../../shared/plan/views/axis-by-fund.ts'
import { needsByActions } from '../../../../shared/plan/views/needs-by-actions.ts'
import { targetByPlace } from '../../../../shared/plan/views/target-by-place.ts'
import { aBoard } from '../../../builders/a-board.ts'
import { aTableWith } from '../../../builders/a-model.ts'
import { anyBoard } from '../../../builders/any-board.ts'

const there = { places: ['Lorenteggio'], targetGroups: ['Giovani'] } as const

describe('needs against actions', () => {
  it('tells who answers what, and where two meet without a link', () => {
    const plan = aBoard({
      cards: {
        said: { kind: 'need', ...there },
        also: { kind: 'need', mergedInto: 'said' },
        other: { kind: 'need', places: ['Scampia'] },
        no: { kind: 'need', notTakenUp: 'Fuori competenza' },
        a: { kind: 'action', ...there },
        b: { kind: 'action', places: ['lorenteggio'], targetGroups: ['giovani '] },
      },
      links: [['a', 'answers', 'also']],
    }).plan()
    const { needs, actions, unanswered, idle, crossing } = needsByActions(plan)
    const cells = needs.map((need) => actions.map((action) => crossing(need, action)))
    expect(needs.map(({ id }) => id)).toEqual(['said', 'other', 'no'])
    expect(cells).toEqual([
      ['answers', 'near'],
      ['none', 'none'],
      ['none', 'none'],
    ])
    expect(unanswered.map(({ id }) => id)).toEqual(['other'])
    expect(idle.map(({ id }) => id)).toEqual(['b'])
  })
})

describe('axes against funds', () => {
  it('adds up to the ledger by line, by column and in all, on any board', () => {
    fc.assert(
      fc.property(anyBoard, (spec) => {
        const plan = aBoard(spec).plan()
        const { lines, totals, totalCents } = axisByFund(plan)
        expect(totalCents).toBe(plan.ledger.totalCents)
        expect(sum(totals)).toBe(totalCents)
        expect(sum(lines.map(({ cents }) => cents))).toBe(totalCents)
        for (const { cents, key } of plan.ledger.byAxis)
          expect(lines.find(({ axis }) => axis === key)?.cents).toBe(cents)
        for (const { rows, cents } of lines.flatMap(({ cells }) => cells))
          expect(sum(rows.map((row) => row.cents))).toBe(cents)
      }),
      { numRuns: 100 },
    )
  })

  it('shows axes and funds that have no money yet, and what the programme does not admit', () => {
    const { sources, lines } = axisByFund(aTableWith('quartieri-connessi').plan())
    expect(sources).toEqual(['ERDF', 'ESF'])
    expect(lines.map(({ axis, cells }) => [axis, ...cells.map(({ cents }) => cents)])).toEqual([
      ['1', 135468750, 0],
      ['3', 0, 56250000],
      ['4', 111233200, 0],
    ])
    expect(lines.map(({ cells }) => cells.map(({ admission }) => admission))).toEqual([
      ['admitted', 'excluded'],
      ['excluded', 'admitted'],
      ['admitted', 'excluded'],
    ])
  })
})

describe('target groups against places', () => {
  it('finds overlaps without a link and gaps, and keeps what states nothing', () => {
    const { places, lines, most } = targetByPlace(
      aBoard({
        cards: {
          a: { kind: 'action', ...there },
          b: { kind: 'action', ...there, targetGroups: ['Giovani', 'Anziani'] },
          running: { kind: 'context', ...there },
          asked: { kind: 'need', places: ['Scampia'], targetGroups: ['Anziani'] },
          vague: { kind: 'need' },
        },
        links: [['a', 'complements', 'running']],
      }).plan(),
    )
    expect(places).toEqual(['Scampia', 'Lorenteggio', null])
    const found = lines.flatMap(({ target, cells }) =>
      cells.map(({ place, apart, gap }) => ({ target, place, apart, gap })),
    )
    expect(found.filter(({ apart }) => apart.length > 0)).toEqual([
      { target: 'Giovani', place: 'Lorenteggio', apart: ['a', 'b'], gap: false },
    ])
    expect(found.filter(({ gap }) => gap).map(({ target, place }) => [target, place])).toEqual([
      ['Anziani', 'Scampia'],
      [null, null],
    ])
    expect(most).toBe(3)
  })

  it('says apart what CMP-1 says, on any board', () => {
    fc.assert(
      fc.property(anyBoard, (spec) => {
        const plan = aBoard(spec).plan()
        const apart = targetByPlace(plan).lines.some(({ cells }) =>
          cells.some((cell) => cell.apart.length > 0),
        )
        const fails = plan.findings.some(({ rule, verdict }) => rule === 'CMP-1' && verdict === 'fails')
        expect(apart).toBe(fails)
      }),
      { numRuns: 100 },
    )
  })
})
