import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FOLDERS = ['docs', 'shared', 'client', 'server', 'test']
/** What is made by a build or by running, and so may be named before it exists. */
const MADE = /^(dist|data|node_modules|client\/paraglide|client\/project.inlang|test\/results)(\/|$)/

const documents = [
  ...readdirSync(ROOT),
  ...FOLDERS.flatMap((folder) => {
    const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    return entries.map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
  }),
].filter((path) => path.endsWith('.md') && !path.includes('node_modules') && !MADE.test(path))

const text = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const lines = (path: string) => text(path).trimEnd().split('\n').length

/** Links to files of the repository, as paths from its root. */
const linked = (path: string) =>
  [...text(path).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, to = '']) => to)
    .filter((to) => !/^[a-z]+:/.test(to))
    .map((to) => join(dirname(path), to))

/** Paths from the root in backticks: a folder of ours or a file at the top. Patterns are not paths. */
const quoted = (path: string) =>
  [...text(path).matchAll(/`([^`\s]+)`/g)]
    .map(([, word = '']) => word)
    .filter((word) => /^(docs|shared|client|server|test|\.ci)\/[\w./-]+$/.test(word))

describe('the documents', () => {
  it('are found', () => {
    expect(documents).toContain('README.md')
    expect(documents).toContain('docs/adr/README.md')
  })

  it.each(documents)('%s names only files that exist', (path) => {
    const missing = [...linked(path), ...quoted(path)].filter(
      (to) => !MADE.test(to) && !existsSync(join(ROOT, to)),
    )
    expect(missing).toEqual([])
  })

  it('the architecture is told in 150 lines', () => {
    expect(lines('ARCHITECTURE.md')).toBeLessThanOrEqual(150)
  })

  it('a decision is told in 40 lines, and the list names them all', () => {
    const decisions = readdirSync(join(ROOT, 'docs/adr')).filter((name) => /^\d{4}-/.test(name))
    expect(decisions.filter((name) => lines(`docs/adr/${name}`) > 40)).toEqual([])
    expect(linked('docs/adr/README.md').sort()).toEqual(decisions.map((name) => `docs/adr/${name}`).sort())
  })

  it('both languages of the README have the same sections', () => {
    const levels = (path: string) => [...text(path).matchAll(/^(#+) /gm)].map(([, level]) => level)
    expect(levels('README.it.md')).toEqual(levels('README.md'))
  })
})
