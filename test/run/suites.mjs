// @ts-check
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { run, ROOT } from './command.mjs'
import { countPlaywright, countVitest } from './count.mjs'

/**
 * A part of `npm test`. `budgetS` is its written time budget on two cores: over it, the suite has failed.
 * @typedef {import('./count.mjs').Count} Count
 * @typedef {{ name: string, budgetS: number, needs?: string, run(limitMs: number): Promise<Count & { remark?: string }> }} Suite
 */

const PARAGLIDE =
  'paraglide-js compile --silent --project client/project.inlang --outdir client/paraglide --strategy localStorage preferredLanguage baseLocale'

/** What `npm run check` looks at, in this order: texts are compiled first, because the types come from them. */
export const CHECKS = {
  texts: PARAGLIDE,
  format: 'prettier --check --log-level warn .',
  lint: 'eslint .',
  'types of shared': 'tsc -p shared',
  'types of server': 'tsc -p server',
  'types of client': 'svelte-check --tsconfig client/tsconfig.json --fail-on-warnings --output human',
  'types of test': 'tsc -p test',
  imports: 'node test/imports.mjs',
}

/** @type {Suite[]} */
export const SUITES = [
  { name: 'check', budgetS: 210, run: (limitMs) => steps(CHECKS, limitMs) },
  { name: 'build', budgetS: 60, run: (limitMs) => steps({ build: 'vite build' }, limitMs) },
  { name: 'unit', budgetS: 210, run: (limitMs) => vitest('unit', limitMs) },
  { name: 'built', budgetS: 30, needs: 'build', run: (limitMs) => vitest('built', limitMs) },
  { name: 'server', budgetS: 300, needs: 'build', run: (limitMs) => vitest('server', limitMs) },
  { name: 'crash', budgetS: 120, needs: 'build', run: (limitMs) => vitest('crash', limitMs) },
  { name: 'browser', budgetS: 1290, needs: 'build', run: browser },
]

/**
 * One after the other, all of them, so that one run shows everything there is to mend.
 * @param {Record<string, string>} commands
 * @param {number} limitMs for all of them
 * @returns {Promise<Count>}
 */
async function steps(commands, limitMs) {
  const end = Date.now() + limitMs
  const count = { passed: 0, failed: 0, skipped: 0 }
  for (const [name, command] of Object.entries(commands)) {
    const begin = Date.now()
    const { code, output } = await run(command.split(' '), { limitMs: Math.max(1, end - begin), quiet: true })
    const seconds = ((Date.now() - begin) / 1000).toFixed(1)
    console.log(`  ${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
    if (code === 0) count.passed += 1
    else {
      count.failed += 1
      console.log(`${output.trimEnd()}\n  ✗ ${name}: ${command} — ${code}`)
    }
  }
  return count
}

/**
 * @param {string} project
 * @param {number} limitMs
 */
async function vitest(project, limitMs) {
  const report = freshReport(project)
  const { code } = await run(
    [
      ...['vitest', 'run', '--config', 'test/vitest.config.ts', '--project', project, '--allowOnly=false'],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ],
    { limitMs },
  )
  return judged(code, countVitest(report))
}

/** @param {number} limitMs */
async function browser(limitMs) {
  const report = freshReport('browser')
  const { code } = await run(
    ['playwright', 'test', '--config', 'test/e2e/playwright.config.ts', '--forbid-only'],
    {
      limitMs,
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    },
  )
  return judged(code, countPlaywright(report))
}

/** @param {string} name */
function freshReport(name) {
  const path = join(ROOT, 'test', 'results', `${name}.json`)
  rmSync(path, { force: true })
  return path
}

/**
 * A runner that failed without a failed test (no report, an error outside of tests) counts as one failure, and so do
 * a suite that found no test and a test that was skipped: nothing is left out in silence.
 * @param {import('./command.mjs').Outcome['code']} code
 * @param {Count | null} count
 * @returns {Count & { remark: string }}
 */
export function judged(code, count) {
  const { passed, failed, skipped } = count ?? { passed: 0, failed: 0, skipped: 0 }
  const broken = failed + skipped === 0 && (code !== 0 || passed === 0)
  const remarks = [
    ...(skipped > 0 ? [`${skipped} skipped, which counts as failed`] : []),
    ...(passed + failed === 0 ? ['no test was run'] : []),
    ...(broken && passed > 0 ? [`every test passed, but the run ended with ${code}`] : []),
  ]
  return { passed, failed: failed + skipped + (broken ? 1 : 0), skipped, remark: remarks.join('; ') }
}
