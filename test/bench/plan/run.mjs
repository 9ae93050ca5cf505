// @ts-check
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { findBrowser } from '../../browser/find.mjs'
import { bundle, OUT, ROOT } from '../bundle.mjs'

/** `npm run bench:plan`: builds the shared code as the server has it, and measures (`main.ts`); of the suite `browser` the built product. */

process.chdir(ROOT)
if (process.argv.some((word) => word.includes('browser'))) {
  if (spawnSync(process.execPath, ['server/start.mjs', '--prepare'], { stdio: 'inherit' }).status !== 0)
    process.exit(1)
  // Found here, handed on in the environment: what is built does not lie where the finder looks for its package.
  await findBrowser()
}
await bundle({ 'bench-plan': 'plan/main.ts' })
// The collector is asked to run between two measures, so that one does not pay for the other.
const child = spawn(process.execPath, ['--expose-gc', join(OUT, 'bench-plan.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})
