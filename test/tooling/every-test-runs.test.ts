import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import office from '../office/vitest.config.ts'
import { SUITES } from '../run/suites.mjs'
import config from '../vitest.config.ts'

const TEST = fileURLToPath(new URL('..', import.meta.url))

/** Files under a folder of test/ whose name ends so, as paths from test/. */
const filesEnding = (ending: string) =>
  readdirSync(TEST, { recursive: true })
    .map((path) => String(path).replaceAll('\\', '/'))
    .filter((path) => path.endsWith(ending) && !path.includes('node_modules') && !path.startsWith('results/'))

/** The folders that the configurations name: `test/shared/**` is `shared`. */
const foldersOf = (...configs: object[]) =>
  [...JSON.stringify(configs).matchAll(/test\/(\w+)\/\*\*/g)].map(([, folder = '']) => folder)

it('every test file stands in a folder that a suite looks into', () => {
  const folders = foldersOf(config, office)
  const forgotten = filesEnding('.test.ts').filter((path) => !folders.includes(path.split('/')[0] ?? ''))
  expect(filesEnding('.test.ts').length).toBeGreaterThan(10)
  expect(forgotten).toEqual([])
})

it('every browser test stands in test/e2e', () => {
  expect(filesEnding('.spec.ts').filter((path) => !path.startsWith('e2e/'))).toEqual([])
})

it('every project of Vitest is a suite of npm test, but for the benchmarks and the long runs', () => {
  const projects = [...JSON.stringify(config).matchAll(/"name":"(\w+)"/g)].map(([, name]) => name)
  const suites = SUITES.map(({ name }) => name)
  expect(
    projects.filter((name) => name !== 'bench' && name !== 'soak' && !suites.includes(name ?? '')),
  ).toEqual([])
})
