// @ts-check
import { installIfNeeded } from './run/install.mjs'

/**
 * `npm test`: every suite, on a fresh clone too. `npm run check`: the first one. `node test/run.mjs unit browser`: these.
 * The last line is `N passed, N failed`, summed over the suites.
 */

await installIfNeeded()
// Only now: the checks inside need what was installed.
const { SUITES } = await import('./run/suites.mjs')

const CEILING_MIN = 40
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !SUITES.some((suite) => suite.name === name))
if (unknown.length > 0) {
  console.error(`No suite ${unknown.join(', ')}: there are ${SUITES.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}

const begin = Date.now()
const total = { passed: 0, failed: 0 }
/** @type {string[]} */
const lines = []
/** @type {Set<string>} */
const broken = new Set()

for (const suite of SUITES) {
  if (wanted.length > 0 && !wanted.includes(suite.name)) continue
  console.log(`\n── ${suite.name} (budget ${minutes(suite.budgetS)})`)
  if (suite.name === 'browser' && process.env['SKIP_E2E'] === '1') {
    tell('browser: SKIPPED, because SKIP_E2E=1 is set')
    continue
  }
  const { passed, failed } = suite.needs && broken.has(suite.needs) ? notRun(suite) : await timed(suite)
  if (failed > 0) broken.add(suite.name)
  total.passed += passed
  total.failed += failed
}

console.log(`\n── all (ceiling ${CEILING_MIN} min)`)
for (const line of lines) console.log(line)
console.log(`in ${seconds(begin)} s`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

/**
 * @param {import('./run/suites.mjs').Suite} suite
 * @returns {Promise<{ passed: number, failed: number }>}
 */
async function timed(suite) {
  const from = Date.now()
  const { passed, failed, remark } = await suite.run(suite.budgetS * 1000)
  const late = Date.now() - from >= suite.budgetS * 1000
  const over = late ? `, OVER ITS BUDGET of ${minutes(suite.budgetS)}` : ''
  tell(
    `${suite.name}: ${passed} passed, ${failed} failed in ${seconds(from)} s${remark ? ` (${remark})` : ''}${over}`,
  )
  return { passed, failed: failed + (late && failed === 0 ? 1 : 0) }
}

/** @param {import('./run/suites.mjs').Suite} suite */
function notRun(suite) {
  tell(`${suite.name}: NOT RUN, because ${suite.needs} failed; it counts as one failure`)
  return { passed: 0, failed: 1 }
}

/** @param {string} line */
function tell(line) {
  lines.push(line)
  console.log(line)
}

/** @param {number} fromMs */
function seconds(fromMs) {
  return ((Date.now() - fromMs) / 1000).toFixed(1)
}

/** @param {number} s */
function minutes(s) {
  return `${s / 60} min`
}
