// @ts-check
import { parseArgs } from 'node:util'
import { run } from '../run/command.mjs'

/**
 * `npm run soak`: long runs of what `npm test` runs shortly. `--seeds 2000 --kills 1000 --boards 3000` (0 leaves a part
 * out), `--from 1` the first seed, `--minutes 120` after which it stops. Prints a table; ends with 1 at any failure.
 * Needs `npm run build`.
 */
const NAMES = /** @type {const} */ (['seeds', 'kills', 'boards', 'minutes', 'from'])
const { values } = parseArgs({
  options: Object.fromEntries(NAMES.map((name) => [name, { type: /** @type {const} */ ('string') }])),
})
const env = Object.fromEntries(
  Object.entries(values).map(([name, value]) => [`TAVOLO_SOAK_${name.toUpperCase()}`, String(Number(value))]),
)
const GRACE_MS = 10 * 60_000
const { code } = await run(
  ['vitest', 'run', '--config', 'test/vitest.config.ts', '--project', 'soak', '--silent'],
  {
    limitMs: Number(values['minutes'] ?? 120) * 60_000 + GRACE_MS,
    env,
  },
)
process.exitCode = code === 0 ? 0 : 1
