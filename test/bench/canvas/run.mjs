// @ts-check
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { findBrowser } from '../../browser/find.mjs'
import { bundle, OUT, ROOT } from '../bundle.mjs'
import { installPeers } from './peers/install.mjs'

/** `npm run bench:canvas`: builds what is not built, finds a Chromium, and measures (`main.ts`). */

process.chdir(ROOT)
if (spawnSync(process.execPath, ['server/start.mjs', '--prepare'], { stdio: 'inherit' }).status !== 0)
  process.exit(1)
await bundle({ 'bench-canvas': 'canvas/main.ts' })
// Found here, handed on in the environment: what is built does not lie where the finder looks for its package.
await findBrowser()
if (process.argv.includes('--peers')) process.env['TAVOLO_BENCH_PEERS'] = installPeers()
const child = spawn(process.execPath, [join(OUT, 'bench-canvas.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})
