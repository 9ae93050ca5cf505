import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CARD_KINDS, FIELDS, FRAME_KINDS } from '../../../shared/board/card.ts'
import { LINK_FIELDS, LINK_KINDS } from '../../../shared/board/link.ts'
import { CARD, HEADER, LIMITS, LINK, ROOT } from '../../../shared/board/schema.ts'
import { TAGS } from '../../../shared/board/whole-value.ts'
import { REFUSALS } from '../../../shared/formats/board-json/check-value.ts'
import { FORMATS } from '../../../shared/formats/index.ts'
import { COLUMNS } from '../../../shared/formats/operations-csv/columns.ts'

const read = (path: string): string => readFileSync(new URL(`../../../docs/${path}`, import.meta.url), 'utf8')
const unnamed = (text: string, words: readonly string[]): string[] =>
  words.filter((word) => !text.includes(`\`${word}\``))
const keysOf = (fields: Readonly<Record<string, object>>): string[] =>
  Object.values(fields).flatMap(Object.keys)

describe('docs/board-schema.md', () => {
  const text = read('board-schema.md')

  it('names every root, key, kind and field that the code reads', () => {
    const roots = [ROOT, HEADER, CARD, LINK].flatMap((names) => Object.values(names))
    const kinds = [...CARD_KINDS, ...FRAME_KINDS, ...LINK_KINDS]
    expect(unnamed(text, [...roots, ...kinds, ...keysOf(FIELDS), ...keysOf(LINK_FIELDS)])).toEqual([])
  })

  it('says the limits as they are', () => {
    for (const limit of [
      LIMITS.title,
      LIMITS.body,
      LIMITS.text,
      LIMITS.listItems,
      LIMITS.cards,
      LIMITS.links,
    ])
      expect(text).toMatch(new RegExp(`\\| ${limit.toLocaleString('en')}\\b`))
  })
})

describe('docs/formats.md', () => {
  const text = read('formats.md')

  it('describes every format, every column and every tag', () => {
    expect(
      unnamed(text, [...FORMATS.map((one) => one.id), ...COLUMNS.map((column) => column.heading)]),
    ).toEqual([])
    for (const tag of TAGS) expect(text).toContain(`{"${tag}": `)
  })

  it('explains every code with which a part of a board is refused', () => {
    expect(unnamed(text, REFUSALS)).toEqual([])
  })
})
