import { describe, expect, it } from 'vitest'
import { decimalOf } from '../../shared/money.ts'
import { integrationOf } from '../../shared/plan/integration.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { aTableWith } from '../builders/a-model.ts'

const byAxis = (plan: Plan): Record<string, string> =>
  Object.fromEntries(plan.ledger.byAxis.map(({ key, cents }) => [String(key), decimalOf(cents)]))

describe('Centro di Prima Accoglienza, via de Blasiis', () => {
  const table = aTableWith('centro-prima-accoglienza')
  const plan = table.plan()

  it('adds up to 2.480.000,00: 0,95 on axis 3, 1,2 and 0,33 on axis 4', () => {
    expect(decimalOf(plan.ledger.totalCents)).toBe('2480000.00')
    expect(byAxis(plan)).toEqual({ '3': '950000.00', '4': '1530000.00' })
    expect(plan.actions.map((action) => decimalOf(action.fundedCents))).toEqual([
      '1200000.00',
      '330000.00',
      '950000.00',
    ])
  })

  it('is a double integration in which the works enable the services for 110 users a day', () => {
    expect(integrationOf(plan.interventions[0]?.axes ?? []).word.it).toBe('Doppia 3·4')
    const services = plan.actions.find((action) => action.nature === 'immaterial')
    const works = plan.actions.filter((action) => action.nature === 'material')
    expect(works.map((action) => action.enables.map((enabling) => enabling.action))).toEqual([
      [services?.id],
      [services?.id],
    ])
    expect(services?.indicators.map((indicator) => indicator.target)).toEqual([110])
    for (const rule of ['SE-1', 'SE-5', 'INT-2', 'INT-3'])
      expect(
        table.findings(rule).map((finding) => finding.verdict),
        rule,
      ).toEqual(['holds'])
  })

  it('asks nothing about a second operation while that one is not on the board', () => {
    expect(table.findings('FIN-7')).toEqual([])
  })
})

describe('Agenzia Sociale per la Casa', () => {
  const table = aTableWith('agenzia-sociale-casa')
  const plan = table.plan()

  it('has 16.510.000,00 on axis 3, 11.800.000,00 on axis 4 and 1.600.000,00 on axis 1', () => {
    expect(byAxis(plan)).toEqual({ '1': '1600000.00', '3': '16510000.00', '4': '11800000.00' })
    expect(decimalOf(plan.ledger.totalCents)).toBe('29910000.00')
    expect(plan.actions).toHaveLength(12)
  })

  it('keeps the heading of 4 M€ as declared, whatever the sum', () => {
    expect(plan.ledger.declared.map(({ cents, unexplainedCents }) => [cents, unexplainedCents])).toEqual([
      [400000000, -2591000000],
    ])
  })

  it('keeps operation codes as printed, each under its specific objective and fitting the pattern', () => {
    const coded = plan.actions.filter((action) => action.operationCode !== null)
    expect(coded).toHaveLength(11)
    for (const { operationCode, axes } of coded) {
      expect(operationCode).toMatch(new RegExp(plan.programme.operationCode.pattern))
      expect(operationCode).toContain(` ${axes[0]?.specificObjective}.`)
      const known = plan.programme.axes.flatMap((axis) => axis.specificObjectives.map((one) => one.code))
      expect(known).toContain(axes[0]?.specificObjective)
    }
    expect(table.findings('FIN-7').map((finding) => finding.verdict)).toEqual(['holds'])
  })
})

describe('the Agenzia and the Centro on one board', () => {
  it('are asked about the 0,95 M€ that are perhaps one operation', () => {
    const table = aTableWith('agenzia-sociale-casa', 'centro-prima-accoglienza')
    const findings = table.findings('FIN-7')
    expect(findings.map((finding) => [finding.verdict, finding.severity])).toEqual([['notYetKnown', 'error']])
    expect(findings[0]?.cards).toEqual([
      table.titled('Percorsi di Autonomia Guidata per adulti senza fissa dimora'),
      table.titled('Adulti in difficoltà'),
    ])
    expect(findings[0]?.sentence.it).toContain('forse la stessa operazione')
    expect(findings[0]?.sentence.it).toContain('950.000,00\u00a0€')
  })
})
