// @ts-check
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { bundle, OUT, ROOT } from '../bundle.mjs'

/** `npm run bench:plan`: builds the shared code as the server has it, and measures (`main.ts`). */

process.chdir(ROOT)
await bundle({ 'bench-plan': 'plan/main.ts' })
// The collector is asked to run between two measures, so that one does not pay for the other.
const child = spawn(process.execPath, ['--expose-gc', join(OUT, 'bench-plan.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})
