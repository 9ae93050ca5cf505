import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DeltaWriter, readDelta } from '../../../client/plan/delta.ts'

interface Item {
  readonly id: string
  readonly says: unknown
}

const item: fc.Arbitrary<Item> = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  says: fc.constantFrom<unknown>(1, '1', null, [1], [1, 2], {}, { a: 1 }, { a: 1, b: [] }, { b: [], a: 1 }),
})

it('tells lists one after the other, with repeated items, in any order and of any length', () => {
  fc.assert(
    fc.property(fc.array(fc.array(item, { maxLength: 8 }), { maxLength: 5 }), (lists) => {
      const writer = new DeltaWriter<Item>()
      let read: readonly Item[] = []
      for (const list of lists) {
        const told = writer.write(list)
        const next = readDelta(read, structuredClone(told))
        expect(next).toEqual(list)
        read = next
      }
    }),
  )
})

it('tells again only what is new, also after something went from the middle or the order changed', () => {
  const writer = new DeltaWriter<Item>()
  const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id, says: { of: [id] } }))
  const list = (...items: (Item | undefined)[]) => structuredClone(items) as Item[]
  expect(writer.write(list(a, b, c)).fresh).toHaveLength(3)
  expect(writer.write(list(a, c)).fresh).toEqual([])
  expect(writer.write(list(c, a)).fresh).toEqual([])
  expect(writer.write(list(c, b, a)).fresh).toEqual([b])
})
