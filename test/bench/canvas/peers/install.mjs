// @ts-check
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PAGES = fileURLToPath(new URL('pages', import.meta.url))
const INSTALL_MS = 10 * 60_000
const PACKAGES = {
  '@excalidraw/excalidraw': '0.18.1',
  '@sveltejs/vite-plugin-svelte': '7.3.1',
  '@xyflow/svelte': '1.7.0',
  react: '19.3.1',
  'react-dom': '19.3.1',
  svelte: '5.57.3',
  tldraw: '5.4.2',
  vite: '8.3.8',
}

/**
 * Installs other boards of the field as their authors ship them, and builds a page for each. Nothing of them is a dependency
 * of ours: they lie in a folder of the system's for temporary files and are used again while the versions stay the same.
 * @param {string} [folder] where to
 * @returns {string} the folder of the built pages
 */
export function installPeers(folder = join(tmpdir(), 'tavolo-bench-canvas-peers')) {
  mkdirSync(folder, { recursive: true })
  const manifest = JSON.stringify({ private: true, type: 'module', dependencies: PACKAGES }, null, 2)
  const mark = join(folder, 'installed.json')
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== manifest) {
    process.stderr.write('installing the peers…\n')
    writeFileSync(join(folder, 'package.json'), manifest)
    run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], folder)
    writeFileSync(mark, manifest)
  }
  cpSync(PAGES, folder, { recursive: true })
  run(process.execPath, [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel=error'], folder)
  return join(folder, 'dist')
}

/** @type {(command: string, args: string[], cwd: string) => void} */
function run(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, timeout: INSTALL_MS, stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error(`the peers could not be made ready: ${command} ${args.join(' ')}`)
}
