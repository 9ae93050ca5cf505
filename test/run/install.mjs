// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, run } from './command.mjs'

const LIMIT_MS = 5 * 60_000

/** Installs what package-lock.json says, unless it is there already. Throws when npm fails. */
export async function installIfNeeded() {
  if (isInstalled()) return
  console.log('installing dependencies (npm ci)…')
  const { code } = await run(['npm', 'ci', '--no-audit', '--no-fund'], { limitMs: LIMIT_MS })
  if (code !== 0) throw new Error(`npm ci did not succeed (${code}). Check the network, then run this again.`)
}

/** Whether every package of the lockfile lies in node_modules in its version; what is optional may be absent. */
function isInstalled() {
  const wanted = packagesIn(join(ROOT, 'package-lock.json'))
  const there = packagesIn(join(ROOT, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || there[path]?.version === entry.version,
  )
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
const packagesIn = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {})
