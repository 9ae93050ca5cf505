// @ts-check
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** `npm run bench:plan`: builds the shared code as the server has it, and measures (`main.ts`). */

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const OUT = join(ROOT, 'test', 'results')

process.chdir(ROOT)
await build({
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: OUT,
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rollupOptions: {
      input: { 'bench-plan': fileURLToPath(new URL('main.ts', import.meta.url)) },
      output: { entryFileNames: '[name].js' },
    },
  },
})
// The collector is asked to run between two measures, so that one does not pay for the other.
const child = spawn(process.execPath, ['--expose-gc', join(OUT, 'bench-plan.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})
