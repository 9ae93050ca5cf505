import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const DIST = fileURLToPath(new URL('../../dist/client/', import.meta.url))
const ENTRY = 'index.html'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>

/** All chunks that must be there before a screen can show: of the page and of its screen, with what they import. */
function chunksOf(screen: string): Set<string> {
  const found = new Set<string>()
  const queue = [ENTRY, screen]
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name)) continue
    const chunk = manifest[name]
    if (!chunk) throw new Error(`The build has no chunk ${name}: was the screen renamed?`)
    found.add(name)
    queue.push(...(chunk.imports ?? []))
  }
  return found
}

const scriptsOf = (screen: string) => [...chunksOf(screen)].map((name) => manifest[name]?.file ?? '')
const gzipKb = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length, 0) / 1000

describe('what a browser must load first', () => {
  it.each([
    ['the board', 'screens/BoardScreen.svelte', 180],
    ['the phone page', 'screens/PhoneScreen.svelte', 60],
    ['the first page', 'screens/HomeScreen.svelte', 80],
  ])('%s stays within its budget of JavaScript, gzipped', (_, screen, budgetKb) => {
    const scripts = scriptsOf(screen)
    expect(scripts.length).toBeGreaterThan(1)
    const size = gzipKb(scripts)
    expect(
      size,
      scripts.map((file) => `${gzipKb([file]).toFixed(1)} kB ${file}`).join('\n'),
    ).toBeLessThanOrEqual(budgetKb)
  })

  it('the phone page loads nothing of the board', () => {
    expect(chunksOf('screens/PhoneScreen.svelte')).not.toContain('screens/BoardScreen.svelte')
  })
})

describe('what was built', () => {
  const files = readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|css|html)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))

  it('loads nothing from another host', () => {
    const elsewhere = /(?:src|href)="https?:|url\(\s*["']?https?:|(?:import|from)\s*["']https?:/
    expect(files.filter((file) => elsewhere.test(readFileSync(file, 'utf8')))).toEqual([])
  })

  it('has a server that starts without the sources', () => {
    const main = readFileSync(join(DIST, '../server/main.js'), 'utf8')
    expect(existsSync(join(DIST, '../server/cli.js'))).toBe(true)
    expect(main).not.toMatch(/from ["'][^"']+\.(ts|svelte)["']/)
  })
})
