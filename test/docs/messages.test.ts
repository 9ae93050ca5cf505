import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const FOLDER = fileURLToPath(new URL('../../client/messages/', import.meta.url))
const areas = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.it.json'))
  .map((file) => file.replace('.it.json', ''))

const messages = (area: string, locale: string) =>
  JSON.parse(readFileSync(`${FOLDER}${area}.${locale}.json`, 'utf8')) as Record<string, unknown>

/** The names in braces of a message and of all its variants. */
const parameters = (message: unknown) => [...new Set(JSON.stringify(message).match(/\{\w+\}/g) ?? [])].sort()

it('there are texts, and every file of one language has its twin', () => {
  expect(areas.length).toBeGreaterThan(0)
  expect(readdirSync(FOLDER).sort()).toEqual(
    areas.flatMap((area) => [`${area}.en.json`, `${area}.it.json`]).sort(),
  )
})

it('no text is defined in two files, where one would silently win', () => {
  const keys = areas.flatMap((area) => Object.keys(messages(area, 'it')))
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
})

describe.each(areas)('texts of %s', (area) => {
  const [italian, english] = [messages(area, 'it'), messages(area, 'en')]

  it('exist in Italian and in English alike', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(italian).sort())
  })

  it('speak of the same things in both', () => {
    const differing = Object.keys(italian).filter(
      (key) => parameters(italian[key]).join() !== parameters(english[key]).join(),
    )
    expect(differing).toEqual([])
  })

  it('are never empty', () => {
    const all = [...Object.entries(italian), ...Object.entries(english)]
    expect(all.filter(([, message]) => message === '')).toEqual([])
  })
})
