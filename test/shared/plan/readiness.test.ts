import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CardId } from '../../../shared/ids.ts'
import type { Finding } from '../../../shared/plan/finding.ts'
import { ownersOf, readinessFrom, readinessOf } from '../../../shared/plan/readiness.ts'
import { PROGRAMMES } from '../../../shared/programme/programmes.ts'
import { aBoard } from '../../builders/a-board.ts'
import { RICH_TABLE } from '../../builders/a-rich-table.ts'
import { anyBoard } from '../../builders/any-board.ts'

const answer = (rule: string, verdict: Finding['verdict']): Finding => ({
  rule,
  verdict,
  severity: 'error',
  intervention: null,
  cards: [],
  links: [],
  sentence: { it: '', en: '' },
  remedy: { it: '', en: '' },
})

describe('readiness', () => {
  it('is the sum of docs/checks.md, done by hand there', () => {
    const findings = [
      answer('SE-1', 'holds'),
      answer('FIN-1', 'holds'),
      answer('FIN-1', 'holds'),
      answer('FIN-1', 'fails'),
      answer('FIN-1', 'notYetKnown'),
      answer('PAR-3', 'fails'),
      answer('CMP-2', 'fails'),
    ]
    const { percent, parts } = readinessFrom({ 'SE-1': 5, 'FIN-1': 5, 'PAR-3': 3, 'SUB-1': 5 }, findings)
    expect(percent).toBe(57)
    expect(parts.map(({ rule, held, asked }) => [rule, held, asked])).toEqual([
      ['SE-1', 1, 1],
      ['FIN-1', 2, 4],
      ['PAR-3', 0, 1],
    ])
  })

  it('is 100 when everything holds, and only then, on any board', () => {
    fc.assert(
      fc.property(anyBoard, (spec) => {
        const plan = aBoard(spec).plan()
        for (const one of [undefined, ...plan.interventions.map(({ id }) => id)]) {
          const { percent, parts } = readinessOf(plan, one)
          const open = parts.reduce((count, part) => count + part.open.length, 0)
          if (percent !== null) expect(percent === 100).toBe(open === 0)
          for (const { held, asked, open: left } of parts) expect(held + left.length).toBe(asked)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('is unknown where no rule has anything to say', () => {
    expect(readinessFrom({ 'SE-1': 5 }, []).percent).toBeNull()
  })

  it('has the weights that docs/checks.md states, in every pack', () => {
    const table =
      /\| rule +\| weight +\|\n.*\n((?:\|.*\n)+)/.exec(readFileSync('docs/checks.md', 'utf8'))?.[1] ?? ''
    const stated = Object.fromEntries(
      table
        .trim()
        .split('\n')
        .map((line) => {
          const [rule = '', weight = ''] = line
            .split('|')
            .slice(1)
            .map((cell) => cell.trim())
          return [rule, Number(weight)]
        }),
    )
    for (const { id, readiness } of PROGRAMMES) expect([id, readiness]).toEqual([id, stated])
  })
})

describe('whose a finding is', () => {
  const plan = aBoard(RICH_TABLE).plan()

  it('is of those who lead the actions it names', () => {
    const finding = { ...answer('FIN-1', 'fails'), cards: ['services' as CardId] }
    expect(ownersOf(plan, finding).sort()).toEqual(['strada', 'welfare'])
    expect(ownersOf(plan, { ...finding, cards: ['garden' as CardId] })).toEqual([])
  })

  it('is of those who lead the intervention when it names none of its actions', () => {
    const finding = {
      ...answer('SE-2', 'fails'),
      intervention: 'quartieri' as CardId,
      cards: ['quartieri' as CardId],
    }
    expect(ownersOf(plan, finding).sort()).toEqual(['housing', 'strada', 'welfare'])
    expect(ownersOf(plan, answer('CMP-3', 'fails'))).toEqual([])
  })
})
