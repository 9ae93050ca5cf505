// @ts-check
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle, OUT as RESULTS, ROOT } from '../bundle.mjs'

/**
 * `npm run bench:sync`: builds what is not built, then measures. It removes what the run left, processes and folder,
 * however the run ended.
 */

const OUT = join(RESULTS, 'bench-sync')
const CEILING_MS = 90 * 60_000

process.chdir(ROOT)
if (spawnSync(process.execPath, ['server/start.mjs', '--prepare'], { stdio: 'inherit' }).status !== 0)
  process.exit(1)
await bundle(
  {
    main: 'sync/main.ts',
    'relay-server': 'sync/targets/relay-server.ts',
    collect: 'sync/targets/collect.ts',
    hostile: 'sync/hostile/process.ts',
  },
  OUT,
)

const folder = mkdtempSync(join(tmpdir(), 'tavolo-bench-'))
const child = spawn(process.execPath, [join(OUT, 'main.js'), folder, ...process.argv.slice(2)], {
  stdio: 'inherit',
  detached: true,
})
const ceiling = setTimeout(() => {
  console.error(`stopped after ${CEILING_MS / 60_000} minutes`)
  clean()
}, CEILING_MS)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, clean)
child.on('exit', (code) => {
  clearTimeout(ceiling)
  clean()
  process.exitCode = code ?? 1
})

function clean() {
  try {
    // The whole group: the generator and every server it started.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // All of them ended by themselves.
  }
  rmSync(folder, { recursive: true, force: true })
}
