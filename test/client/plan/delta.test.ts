import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DeltaWriter, membersOf, readDelta } from '../../../client/plan/delta.ts'

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

describe('the members of a list', () => {
  const tell = (
    before: readonly { id: number }[],
    writer: DeltaWriter<{ id: number }>,
    items: { id: number }[],
  ) => readDelta(before, writer.write(items))
  const [a, b, c] = [{ id: 1 }, { id: 2 }, { id: 3 }]

  it('are the same while only their order changes', () => {
    const writer = new DeltaWriter<{ id: number }>()
    const first = tell([], writer, [a, b, c])
    const second = tell(first, writer, [c, a, b])
    const third = tell(second, writer, [b, a, c])
    expect(third).toEqual([b, a, c])
    expect(membersOf(third)).toBe(membersOf(first))
  })

  it.each([{ items: [a, b, c] }, { items: [a, { id: 4 }] }, { items: [a] }, { items: [] }])(
    'are others when one came, went or changed: $items',
    ({ items }) => {
      const writer = new DeltaWriter<{ id: number }>()
      const first = tell([], writer, [a, b])
      const second = tell(first, writer, items)
      expect(membersOf(second)).toEqual(items)
      expect(membersOf(tell(second, writer, [...items].reverse()))).toBe(second)
    },
  )
})
