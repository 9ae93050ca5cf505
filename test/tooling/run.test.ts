import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../run/command.mjs'
import { countPlaywright, countVitest } from '../run/count.mjs'
import { judged, SUITES } from '../run/suites.mjs'

describe('a command of the test run', () => {
  it('tells its exit code and what it said', async () => {
    const { code, output } = await run(['node', '-e', 'console.log("ciao"); process.exit(3)'], {
      limitMs: 10_000,
      quiet: true,
    })
    expect([code, output]).toEqual([3, 'ciao\n'])
  })

  it('is killed with everything it started when its time is over', async () => {
    const parent = `
      require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })
      setInterval(() => {}, 1000)`
    // The grandchild holds the pipe: this ends only when the grandchild is gone too.
    expect((await run(['node', '-e', parent], { limitMs: 1_000, quiet: true })).code).toBe('late')
  })

  it('that does not exist is an outcome, not a crash', async () => {
    expect((await run(['no-such-program'], { limitMs: 10_000, quiet: true })).code).toBe('not started')
  })
})

describe('the count of a suite', () => {
  let folder = ''
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'tavolo-count-'))))
  afterAll(() => rmSync(folder, { recursive: true }))

  const report = (json: unknown) => {
    const path = join(folder, 'report.json')
    writeFileSync(path, JSON.stringify(json))
    return path
  }

  it('is read from the report of Vitest and of Playwright', () => {
    expect(
      countVitest(report({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 })),
    ).toEqual({ passed: 5, failed: 1, skipped: 3 })
    expect(
      countPlaywright(report({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 }, errors: [{}] })),
    ).toEqual({ passed: 4, failed: 3, skipped: 0 })
    expect(countVitest(join(folder, 'missing.json'))).toBeNull()
  })

  it('is never clean without a report, without a test, with a skipped test or with a failed runner', () => {
    expect(judged(0, null).failed).toBe(1)
    expect(judged(0, { passed: 0, failed: 0, skipped: 0 }).failed).toBe(1)
    expect(judged(0, { passed: 9, failed: 0, skipped: 1 }).failed).toBe(1)
    expect(judged(1, { passed: 9, failed: 0, skipped: 0 }).failed).toBe(1)
    expect(judged('late', { passed: 9, failed: 0, skipped: 0 }).failed).toBe(1)
    expect(judged(0, { passed: 9, failed: 0, skipped: 0 }).failed).toBe(0)
  })
})

it('the written budgets of all suites, the office formats included, stay under 40 minutes', () => {
  const script = readFileSync(new URL('../../.ci/run', import.meta.url), 'utf8')
  const office = Number(/^OFFICE_WITHIN_S=(\d+)$/m.exec(script)?.[1])
  const minutes = (SUITES.reduce((sum, { budgetS }) => sum + budgetS, 0) + office) / 60
  expect(minutes).toBeGreaterThan(10)
  expect(minutes).toBeLessThanOrEqual(40)
})
