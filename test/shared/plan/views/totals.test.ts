import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { boardOf, ofKind } from '../../../../shared/board/board.ts'
import { editCard } from '../../../../shared/board/commands/edit-card.ts'
import { editLink, linkCards, unlink } from '../../../../shared/board/commands/link-cards.ts'
import { restoreCards, trashCards } from '../../../../shared/board/commands/trash-cards.ts'
import { sum, type Cents } from '../../../../shared/money.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import { planOf } from '../../../../shared/plan/plan-of.ts'
import { axisByFund } from '../../../../shared/plan/views/axis-by-fund.ts'
import { ledgerByLead } from '../../../../shared/plan/views/by-lead.ts'
import { comparePlans } from '../../../../shared/plan/views/compare.ts'
import { flowsOf } from '../../../../shared/plan/views/flows.ts'
import { traceOfLine } from '../../../../shared/plan/views/trace.ts'
import { docOf, wholeBoards } from '../../../arbitraries/boards.ts'
import { aProgramme } from '../../../builders/a-board.ts'

const programme = aProgramme()
const planAt = (doc: Y.Doc): Plan => planOf(boardOf(doc), programme)
const EMPTY = planAt(new Y.Doc())

/** The total as each view adds it up from the parts that it shows. */
function totalsOf(plan: Plan): Readonly<Record<string, Cents>> {
  const { ledger } = plan
  const of = (parts: readonly { readonly cents: Cents }[]): Cents => sum(parts.map(({ cents }) => cents))
  const matrix = axisByFund(plan)
  const moved = comparePlans(EMPTY, plan)
  return {
    rows: of(ledger.rows),
    byFund: of(ledger.byFund),
    byAxis: of(ledger.byAxis),
    bySource: of(ledger.bySource),
    byIntervention: of(ledger.byIntervention),
    byYear: of(ledger.byYear),
    byFundAndAxis: of(ledger.byFundAndAxis),
    byLead: of(ledgerByLead(plan)),
    flows: of(flowsOf(plan)),
    matrixLines: of(matrix.lines),
    matrixColumns: sum(matrix.totals),
    matrixCells: of(matrix.lines.flatMap(({ cells }) => cells)),
    traces: sum(ledger.rows.map(({ link }) => traceOfLine(plan, link)?.cents ?? NaN)),
    comparison: sum(moved.rows.map(({ before, after }) => after - before)),
  }
}

/** One thing that a person does to the money of a board; `at` picks among what is there. */
const edit = fc.record({
  what: fc.constantFrom('amount', 'years', 'finance', 'unlink', 'cost', 'trash', 'restore'),
  at: fc.nat(100),
  other: fc.nat(100),
  cents: fc.integer({ min: 0, max: 10_000_000_000_000 }),
})
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

function apply(doc: Y.Doc, { what, at, other, cents }: Edit): void {
  const { cards, links, trash } = boardOf(doc)
  const pick = <T>(items: readonly T[], by: number): T | undefined => items[by % Math.max(1, items.length)]
  const row = pick(
    [...links.values()].filter(({ kind }) => kind === 'finances'),
    at,
  )
  const fund = pick(ofKind(cards.values(), 'fund'), at)
  const action = pick(ofKind(cards.values(), 'action'), other)
  const card = pick([...cards.keys()], at)
  const gone = pick([...trash.keys()], at)
  if (what === 'amount' && row) editLink<'finances'>(doc, row.id, { cents })
  if (what === 'years' && row) editLink<'finances'>(doc, row.id, { years: { '2024': cents } })
  if (what === 'finance' && fund && action)
    linkCards(doc, { kind: 'finances', from: fund.id, to: action.id, fields: { cents } })
  if (what === 'unlink' && row) unlink(doc, [row.id])
  if (what === 'cost' && action) editCard<'action'>(doc, action.id, { costCents: cents })
  if (what === 'trash' && card) trashCards(doc, [card])
  if (what === 'restore' && gone) restoreCards(doc, [gone])
}

describe('the total of a plan', () => {
  it('is the sum of the parts of every view, on any board', () => {
    fc.assert(
      fc.property(wholeBoards(), (whole) => {
        const plan = planAt(docOf(whole))
        const totals = totalsOf(plan)
        expect(totals).toEqual(
          Object.fromEntries(Object.keys(totals).map((view) => [view, plan.ledger.totalCents])),
        )
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    { people: 'a few people', least: 2, most: 6, edits: 6, numRuns: 60 },
    { people: 'sixty people [M5]', least: 60, most: 60, edits: 2, numRuns: 2 },
  ])(
    'is the same to the cent for $people who edit at once, in every view',
    { timeout: 60_000 },
    ({ least, most, edits, numRuns }) => {
      const everybody = fc.array(fc.array(edit, { maxLength: edits }), { minLength: least, maxLength: most })
      fc.assert(fc.property(wholeBoards(), everybody, areEven), { numRuns })
    },
  )
})

/** Everybody edits for themselves, then hears of all the others in an order of their own. */
function areEven(whole: Parameters<typeof docOf>[0], edits: readonly (readonly Edit[])[]): void {
  const begun = Y.encodeStateAsUpdate(docOf(whole))
  const replicas = edits.map((own) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, begun)
    for (const one of own) apply(doc, one)
    return doc
  })
  const updates = replicas.map((doc) => Y.encodeStateAsUpdate(doc))
  replicas.forEach((doc, at) => {
    for (let i = 0; i < updates.length; i++) {
      const update = updates[(i * (at % 2 === 0 ? 1 : updates.length - 1) + at) % updates.length]
      if (update) Y.applyUpdate(doc, update)
    }
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  const [first, ...others] = replicas.map((doc) => {
    const plan = planAt(doc)
    return { ledger: plan.ledger, totals: totalsOf(plan) }
  })
  for (const other of others) expect(other).toEqual(first)
  expect(new Set(Object.values(first?.totals ?? {})).size).toBe(1)
}
