// @ts-check
import { parseArgs } from 'node:util'
import { run } from '../run/command.mjs'

/**
 * `npm run soak`: long runs of what `npm test` runs shortly. `--seeds 2000 --kills 1000 --boards 3000` (0 leaves a part
 * out), `--from 1` the first seed, `--minutes 120` after which it stops. Prints tables; ends with 1 at any failure.
 * Needs `npm run build`.
 */
const PARTS = /** @type {const} */ (['seeds', 'kills', 'boards'])
const { values } = parseArgs({
  options: Object.fromEntries(
    [...PARTS, 'minutes', 'from'].map((name) => [name, { type: /** @type {const} */ ('string') }]),
  ),
})
const GRACE_MS = 10 * 60_000
const end = performance.now() + Number(values['minutes'] ?? 120) * 60_000

// Each in a process of its own: what an hour of one leaves in memory does not weigh on the next.
for (const part of PARTS) {
  if (Number(values[part]) === 0) continue
  const leftMs = Math.max(0, end - performance.now())
  const others = PARTS.filter((name) => name !== part).map((name) => [name, '0'])
  const asked = Object.entries({ ...values, ...Object.fromEntries(others), minutes: String(leftMs / 60_000) })
  const { code } = await run(
    ['vitest', 'run', '--config', 'test/vitest.config.ts', '--project', 'soak', '--silent'],
    {
      limitMs: leftMs + GRACE_MS,
      env: Object.fromEntries(
        asked.map(([name, value]) => [`TAVOLO_SOAK_${name.toUpperCase()}`, String(Number(value))]),
      ),
    },
  )
  if (code !== 0) process.exitCode = 1
}
