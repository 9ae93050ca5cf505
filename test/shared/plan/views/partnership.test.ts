import { expect, it } from 'vitest'
import { partnershipOf } from '../../../../shared/plan/views/partnership.ts'
import { aBoard } from '../../../builders/a-board.ts'
import { RICH_TABLE } from '../../../builders/a-rich-table.ts'

const plan = aBoard(RICH_TABLE).plan()
const partnership = partnershipOf(plan)

it('tells who brings what, and what is only proposed', () => {
  const told = partnership.lines.map(({ partner, parts, cents, confirmedCents }) => [
    partner.id,
    parts.map(({ action, commitment }) => `${action.id} ${commitment.role} ${commitment.state}`),
    cents,
    confirmedCents,
  ])
  expect(told).toEqual([
    ['welfare', ['services insideLead confirmed'], 0, 0],
    ['housing', ['premises insideLead confirmed'], 0, 0],
    ['strada', ['services outsideLead confirmed', 'school partner proposed'], 800000, 0],
    ['tenants', ['services partner proposed'], 0, 0],
  ])
  // To lead is a commitment too.
  expect([partnership.confirmed, partnership.proposed]).toEqual([3, 2])
  expect([partnership.cents, partnership.confirmedCents]).toEqual([800000, 0])
})

it('tells which actions nobody leads, as PAR-3 does', () => {
  const failing = plan.findings.filter(({ rule, verdict }) => rule === 'PAR-3' && verdict !== 'holds')
  expect(partnership.withoutLead.map(({ id }) => id)).toEqual(['platform', 'school', 'garden'])
  expect(failing.map(({ cards }) => cards[0])).toEqual(['platform', 'school', 'garden'])
  expect(partnership.leads.find(({ action }) => action.id === 'services')).toMatchObject({
    inside: ['welfare'],
    outside: ['strada'],
  })
})

it('crosses municipal sectors with interventions', () => {
  expect(
    partnership.sectors.map(({ partner, cells }) => [partner.id, ...cells.map(({ actions }) => actions)]),
  ).toEqual([
    ['welfare', ['services'], []],
    ['housing', ['premises'], []],
  ])
})
