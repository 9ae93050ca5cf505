import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { ExportInput, Format } from '../../shared/formats/format.ts'
import { fileName } from '../../shared/formats/index.ts'
import { docOf, wholeBoards } from '../arbitraries/boards.ts'
import { inputOf } from '../shared/formats/export-input.ts'
import { RICH_AUTHORS, richBoard } from '../shared/formats/rich-board.ts'

/** What is true of every format, whatever it writes. */
export function describeFormat(format: Format): void {
  describe(`the format ${format.id}`, () => {
    afterEach(() => vi.useRealTimers())

    it('writes a board on which nothing has been put yet', async () => {
      expect((await format.write(inputOf(new Y.Doc()))).length).toBeGreaterThan(0)
    })

    it('writes any board', async () => {
      await fc.assert(
        fc.asyncProperty(wholeBoards(), async (whole) => {
          expect(await format.write(inputOf(docOf(whole)))).toBeInstanceOf(Uint8Array)
        }),
        { numRuns: 15 },
      )
    })

    it('gives equal bytes for equal input, at any hour', async () => {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T10:00:00Z') })
      const first = await format.write(richInput())
      vi.setSystemTime(new Date('2031-02-03T04:05:06Z'))
      expect(await format.write(richInput())).toEqual(first)
    })

    it('gives other bytes when the plan is another', async () => {
      const doc = richBoard()
      const before = await format.write(inputOf(doc))
      // Not every format tells of every kind of card.
      doc.getMap<Y.Map<unknown>>('cards').get('lavori')?.set('costCents', 1)
      doc.getMap<Y.Map<unknown>>('cards').get('casa1')?.set('source', 'Un’altra assemblea')
      for (const link of doc.getMap<Y.Map<unknown>>('links').values())
        if (link.get('kind') === 'finances') link.set('cents', 1)
      expect(await format.write(inputOf(doc))).not.toEqual(before)
    })

    it('leaves its input as it was', async () => {
      const input = richInput()
      const before = structuredClone(input)
      await format.write(frozen(input))
      expect(input).toEqual(before)
    })

    it('has a media type and a file name that every system takes', () => {
      expect(format.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+(; [a-z]+=[a-z0-9-]+)*$/)
      expect(format.id.endsWith(`.${format.extension}`)).toBe(true)
      for (const title of ['Quartieri Connessi', 'Città: «casa/lavoro»?', '', '東京', 'a'.repeat(500)])
        expect(fileName({ plan: { title }, exportedAt: '2026-11-22T10:00:00Z' }, format)).toMatch(
          new RegExp(`^[a-z0-9]+(-[a-z0-9]+)*_${format.word}_2026-11-22\\.${format.extension}$`),
        )
    })
  })
}

const richInput = (): ExportInput => inputOf(richBoard(), { authors: RICH_AUTHORS })

function frozen<T>(value: T): T {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value
  Object.values(value).forEach(frozen)
  return Object.freeze(value)
}
