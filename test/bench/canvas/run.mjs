// @ts-check
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { findBrowser } from '../../browser/find.mjs'

/** `npm run bench:canvas`: builds what is not built, finds a Chromium, and measures (`main.ts`). */

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
/** As deep as the sources of the tests, which find the built program from where they are. */
const OUT = join(ROOT, 'test', 'results')
const at = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url))

process.chdir(ROOT)
if (spawnSync(process.execPath, ['server/start.mjs', '--prepare'], { stdio: 'inherit' }).status !== 0)
  process.exit(1)
await build({
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: OUT,
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rollupOptions: { input: { 'bench-canvas': at('main.ts') }, output: { entryFileNames: '[name].js' } },
  },
})
// Found here, handed on in the environment: what is built does not lie where the finder looks for its package.
await findBrowser()
const child = spawn(process.execPath, [join(OUT, 'bench-canvas.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})
