import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CHECKS } from '../../../../shared/plan/checks/index.ts'
import { runChecks } from '../../../../shared/plan/checks/run-checks.ts'
import { PROGRAMMES } from '../../../../shared/programme/programmes.ts'
import { aBoard } from '../../../builders/a-board.ts'

const here = (path: string): URL => new URL(`../../../../${path}`, import.meta.url)
const read = (path: string): string => readFileSync(here(path), 'utf8')
const documentation = read('docs/checks.md')

/** The part of docs/checks.md that speaks of a rule. */
const entryOf = (id: string): string =>
  documentation.split(/^#{2,3} /m).find((part) => part.startsWith(`${id} · `)) ?? ''

describe.each(CHECKS.map((check) => [check.id, check] as const))('the rule %s', (id, check) => {
  it('has a file of its own and a test that quotes its ID', () => {
    expect(existsSync(here(`shared/plan/checks/${id.toLowerCase()}.ts`))).toBe(true)
    expect(read(`test/shared/plan/checks/${id.toLowerCase()}.test.ts`)).toContain(`[${id}]`)
  })

  it('has an entry in docs/checks.md with its title, why, source and the severity of each pack', () => {
    const entry = entryOf(id)
    expect(entry.split('\n')[0]).toBe(`${id} · ${check.title.it}`)
    for (const part of ['**Rule.**', '**Why.**', '**Source.**']) expect(entry).toContain(part)
    const severities = PROGRAMMES.map((programme) => `${programme.shortTitle}: ${programme.checks[id]}`)
    expect(entry).toContain(`**Severity.** ${severities.join(' · ')}`)
  })
})

describe('the list of rules', () => {
  it('names each once', () => {
    expect(new Set(CHECKS.map((check) => check.id)).size).toBe(CHECKS.length)
  })

  it('documents no rule that is not run', () => {
    const documented = [...documentation.matchAll(/^### ([A-Z]+-\d+) · /gm)].map((match) => match[1])
    expect(documented).toEqual(CHECKS.map((check) => check.id))
  })

  it('runs only what the profile of the programme names, with its severity', () => {
    const plan = aBoard({ cards: { a: { kind: 'action' }, need: { kind: 'need' } } }).plan()
    const profile = { ...plan, programme: { ...plan.programme, checks: { 'CMP-3': 'error' } as const } }
    expect(runChecks(profile, CHECKS).map(({ rule, severity }) => [rule, severity])).toEqual([
      ['CMP-3', 'error'],
    ])
  })
})
