import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { boardOf, type Board } from '../../../shared/board/board.ts'
import { trashCards } from '../../../shared/board/commands/trash-cards.ts'
import type { Finding } from '../../../shared/plan/finding.ts'
import type { CardId, LinkId } from '../../../shared/ids.ts'
import { planOf } from '../../../shared/plan/plan-of.ts'
import { aBoard, aProgramme, cardId } from '../../builders/a-board.ts'
import { anyBoard } from '../../builders/any-board.ts'
import { action, frame } from '../../builders/an-intervention.ts'

describe('the plan of a board', () => {
  it('is unfinished, never an error, on an empty board', () => {
    const plan = planOf(boardOf(new Y.Doc()), aProgramme())
    expect(plan).toMatchObject({ title: '', city: null, interventions: [], actions: [], findings: [] })
    expect(plan.ledger).toMatchObject({ rows: [], totalCents: 0, byFund: [], byAxis: [], contextCents: 0 })
  })

  it('is the same for the same board, and every finding points at cards and links that are there', () => {
    fc.assert(
      fc.property(anyBoard, (spec) => {
        const built = aBoard(spec)
        const board = built.board()
        const plan = planOf(board, aProgramme())
        expect(JSON.stringify(planOf(built.board(), aProgramme()))).toBe(JSON.stringify(plan))
        expect(plan.findings.flatMap((finding) => mistakesIn(finding, board))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('names the city of the programme, and none that the programme does not have', () => {
    expect(aBoard({ city: 'Napoli' }).plan().city?.istat).toBe('063049')
    expect(aBoard({ city: 'Brindisi' }).plan().city).toBe(null)
    expect(aBoard({ city: 'Brindisi', programme: 'pn-metro-plus-2021-2027' }).plan().city?.group).toBe(
      'medium',
    )
  })

  it('lists actions in reading order, those of interventions first', () => {
    const { plan } = aBoard({
      cards: {
        loose: { kind: 'action', at: [0, -900] },
        frame: frame({ at: [0, 0] }),
        low: action({ at: [10, 400] }),
        high: action({ at: [10, 60] }),
      },
    })
    expect(plan().actions.map((one) => one.id)).toEqual(['high', 'low', 'loose'])
    expect(plan().interventions[0]?.actions).toEqual(['high', 'low'])
  })

  it('leaves out what is in the trash', () => {
    const { doc, plan } = aBoard({
      cards: { a: { kind: 'action' }, fund: { kind: 'fund' } },
      links: [['fund', 'finances', 'a', { cents: 5 }]],
    })
    trashCards(doc, [cardId('fund')])
    expect(plan().funds).toEqual([])
    expect(plan().ledger.totalCents).toBe(0)
  })
})

/** What is wrong with a finding of this board, in words. */
function mistakesIn({ rule, verdict, cards, links, sentence, remedy, act }: Finding, board: Board): string[] {
  const named = Object.entries(act ?? {}).flatMap(([key, id]) => (ENDS.has(key) ? [String(id)] : []))
  const mistakes = {
    'points at cards that are not there': cards.some((id) => !board.cards.has(id)),
    'points at links that are not there': links.some((id) => !board.links.has(id)),
    'names a card twice': new Set(cards).size !== cards.length,
    'says nothing': sentence.it.trim() === '' || sentence.en.trim() === '',
    'asks for something though it holds': verdict === 'holds' && (remedy.it !== '' || act !== undefined),
    'does not say what to do': verdict !== 'holds' && (remedy.it === '' || remedy.en === ''),
    'acts on what is not there': named.some(
      (id) => !board.cards.has(id as CardId) && !board.links.has(id as LinkId),
    ),
  }
  return Object.entries(mistakes).flatMap(([what, is]) => (is ? [`${rule} ${what}`] : []))
}

/** Members of an act that name a card or a link; `link` is a kind of link in some. */
const ENDS = new Set(['card', 'action', 'from', 'to'])

describe('the axis of a funding row', () => {
  const cards = {
    a: { kind: 'action' },
    fund: { kind: 'fund' },
    axis3: { kind: 'axis', axis: '3' },
    axis4: { kind: 'axis', axis: '4' },
  } as const
  const under = (axis: string) => ['a', 'programmedUnder', axis] as const
  const axisOf = (...links: NonNullable<Parameters<typeof aBoard>[0]>['links'] & object): string | null =>
    aBoard({ cards, links }).plan().ledger.rows[0]?.axis ?? null

  it('is the one on the link when the action stands under it', () => {
    expect(axisOf(under('axis3'), under('axis4'), ['fund', 'finances', 'a', { axis: 'axis4' }])).toBe('4')
  })

  it('is the only one the action stands under', () => {
    expect(axisOf(under('axis3'), ['fund', 'finances', 'a'])).toBe('3')
    expect(axisOf(under('axis3'), ['fund', 'finances', 'a', { axis: 'axis4' }])).toBe('3')
  })

  it('is none under several axes or under none', () => {
    expect(axisOf(under('axis3'), under('axis4'), ['fund', 'finances', 'a'])).toBe(null)
    expect(axisOf(['fund', 'finances', 'a', { axis: 'axis4' }])).toBe(null)
  })
})

describe('the fate of a need', () => {
  const fates = (spec: Parameters<typeof aBoard>[0]) =>
    Object.fromEntries(
      aBoard(spec)
        .plan()
        .needs.map((need) => [need.id, need.fate]),
    )

  it('goes from raised to answered to financed', () => {
    const cards = {
      raised: { kind: 'need' },
      answered: { kind: 'need' },
      financed: { kind: 'need' },
      refused: { kind: 'need', notTakenUp: ' fuori competenza ' },
      a: { kind: 'action' },
      b: { kind: 'action' },
      fund: { kind: 'fund' },
    } as const
    expect(
      fates({
        cards,
        links: [
          ['a', 'answers', 'answered'],
          ['b', 'answers', 'financed'],
          ['fund', 'finances', 'a', { cents: 0 }],
          ['fund', 'finances', 'b', { cents: 40 }],
          ['fund', 'finances', 'b', { cents: 2 }],
        ],
      }),
    ).toEqual({
      raised: { kind: 'raised' },
      answered: { kind: 'answered', actions: ['a'] },
      financed: { kind: 'financed', actions: ['b'], cents: 42, funds: ['fund'] },
      refused: { kind: 'notTakenUp', because: 'fuori competenza' },
    })
  })

  it('follows the need that speaks for it, along a chain too', () => {
    const spec = {
      cards: {
        survivor: { kind: 'need' },
        merged: { kind: 'need', mergedInto: 'survivor' },
        chained: { kind: 'need', mergedInto: 'merged' },
        a: { kind: 'action' },
      },
      links: [
        ['a', 'answers', 'chained'],
        ['a', 'answers', 'survivor'],
      ],
    } as const
    expect(fates(spec)).toEqual({
      survivor: { kind: 'answered', actions: ['a'] },
      merged: { kind: 'merged', into: 'survivor' },
      chained: { kind: 'merged', into: 'survivor' },
    })
    const plan = aBoard(spec).plan()
    expect(plan.actions[0]?.needs).toEqual(['survivor'])
    expect(plan.needs.find((need) => need.id === 'survivor')?.merged).toEqual(['merged', 'chained'])
  })
})
