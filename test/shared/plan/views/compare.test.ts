import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editCard, editText } from '../../../../shared/board/commands/edit-card.ts'
import { editLink, linkCards, unlink } from '../../../../shared/board/commands/link-cards.ts'
import { mergeNeeds } from '../../../../shared/board/commands/merge-needs.ts'
import { trashCards } from '../../../../shared/board/commands/trash-cards.ts'
import { sum } from '../../../../shared/money.ts'
import { comparePlans, isSamePlan } from '../../../../shared/plan/views/compare.ts'
import { aBoard, cardId } from '../../../builders/a-board.ts'
import { RICH_TABLE } from '../../../builders/a-rich-table.ts'
import { anyBoard } from '../../../builders/any-board.ts'

describe('two moments of a plan', () => {
  it('tell what came, what was answered, and the euros moved', () => {
    const table = aBoard(RICH_TABLE)
    const before = table.plan()
    const row = before.ledger.rows.find(({ action }) => action === 'services')
    linkCards(table.doc, { kind: 'answers', from: cardId('school'), to: cardId('work') })
    if (row) editLink<'finances'>(table.doc, row.link, { cents: 66250000 })
    linkCards(table.doc, {
      kind: 'finances',
      from: cardId('esf'),
      to: cardId('garden'),
      fields: { cents: 100 },
    })
    linkCards(table.doc, {
      kind: 'commits',
      from: cardId('strada'),
      to: cardId('garden'),
      fields: { role: 'outsideLead' },
    })
    const told = comparePlans(before, table.plan())
    expect(told.answered.map(({ id }) => id)).toEqual(['work'])
    expect(told.financed.map(({ id }) => id)).toEqual(['work'])
    expect(told.byFund).toEqual([{ key: 'esf', title: 'FSE', before: 56250000, after: 66250100 }])
    expect(told.rows.map(({ action, before: old, after }) => [action, old, after])).toEqual([
      ['services', 56250000, 66250000],
      ['garden', 0, 100],
    ])
    expect(told.links.came.map(({ kind, fromTitle, toTitle }) => `${fromTitle} ${kind} ${toTitle}`)).toEqual([
      'Scuola dei quartieri: idee e impresa sociale answers I giovani non trovano tirocini vicino a casa',
      'FSE finances Orti condivisi nei cortili',
      'Coop. La Strada commits Orti condivisi nei cortili',
    ])
    expect(told.links.left).toEqual([])
    expect([told.toCover.before, told.toCover.after]).toEqual([10000000, 0])
    expect(told.mended.map(({ rule }) => rule)).toContain('PAR-3')
    expect(told.mended.map(({ rule }) => rule)).toContain('CMP-3')
    expect(isSamePlan(told)).toBe(false)
  })

  it('tell a merge and a row that was taken away', () => {
    const table = aBoard(RICH_TABLE)
    const before = table.plan()
    mergeNeeds(table.doc, cardId('activities'), [cardId('work')])
    unlink(
      table.doc,
      before.ledger.rows.filter(({ action }) => action === 'school').map(({ link }) => link),
    )
    editCard<'action'>(table.doc, cardId('garden'), { costCents: 500 })
    const told = comparePlans(before, table.plan())
    expect(told.merged.map(({ id }) => id)).toEqual(['work'])
    expect(told.rows.map(({ before: old, after }) => [old, after])).toEqual([[5000000, 0]])
    expect(told.links.left.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['finances', 'city', 'school'],
    ])
    expect(told.cost.after - told.cost.before).toBe(500 - 5000000)
  })

  it('tell another title, and an axis and a fund that left, though no euro of theirs was spent', () => {
    const table = aBoard({
      cards: {
        need: { kind: 'need', title: 'Un cortile' },
        axis: { kind: 'axis', title: 'Asse 4', axis: '4' },
        fund: { kind: 'fund', title: 'FESR' },
      },
    })
    const before = table.plan()
    editText(table.doc, cardId('need'), 'title', 'Un cortile aperto')
    trashCards(table.doc, [cardId('axis'), cardId('fund')])
    const told = comparePlans(before, table.plan())
    expect(told.renamed).toEqual([{ id: 'need', before: 'Un cortile', title: 'Un cortile aperto' }])
    expect(told.axes.left.map(({ id }) => id)).toEqual(['axis'])
    expect(told.funds.left.map(({ id }) => id)).toEqual(['fund'])
    expect(isSamePlan(told)).toBe(false)
  })

  it('tell other dates, a commitment that was confirmed and a need that was refused, though no card came and no euro moved', () => {
    const table = aBoard(RICH_TABLE)
    const before = table.plan()
    editCard<'action'>(table.doc, cardId('platform'), { end: '2022-06-30' })
    const promised = before.actions
      .flatMap(({ partners }) => partners)
      .find(({ partner, state }) => partner === 'tenants' && state === 'proposed')
    if (promised) editLink<'commits'>(table.doc, promised.link, { state: 'confirmed' })
    editCard<'need'>(table.doc, cardId('work'), { notTakenUp: 'Lo fa già la Regione' })
    const told = comparePlans(before, table.plan())
    expect(told.rescheduled).toEqual([
      {
        id: 'platform',
        title: 'Piattaforma digitale di accesso alle informazioni',
        before: { start: '2019-01-01', end: '2021-12-31' },
        after: { start: '2019-01-01', end: '2022-06-30' },
      },
    ])
    expect(told.confirmed.map(({ partner, actionTitle }) => [partner, actionTitle])).toEqual([
      ['tenants', 'Servizi per creare dialogo tra comunità e coesione sociale'],
    ])
    expect(told.refused.map(({ id }) => id)).toEqual(['work'])
    expect(isSamePlan({ ...told, mended: [], arisen: [] })).toBe(false)
  })

  it('add up to the difference of the totals, whichever way they are cut, on any two boards', () => {
    fc.assert(
      fc.property(anyBoard, anyBoard, (one, other) => {
        const told = comparePlans(aBoard(one).plan(), aBoard(other).plan())
        const moved = told.total.after - told.total.before
        for (const list of [told.byFund, told.byAxis, told.byIntervention, told.rows])
          expect(sum(list.map(({ before, after }) => after - before))).toBe(moved)
      }),
      { numRuns: 60 },
    )
  })

  it('that are the same tell nothing', () => {
    fc.assert(
      fc.property(anyBoard, (spec) => {
        const plan = aBoard(spec).plan()
        expect(isSamePlan(comparePlans(plan, plan))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
