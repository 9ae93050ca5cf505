import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align, distribute, EDGES } from '../../../shared/geometry/align.ts'
import { around, type Box } from '../../../shared/geometry/box.ts'

const box = fc.record({
  x: fc.integer({ min: -5000, max: 5000 }),
  y: fc.integer({ min: -5000, max: 5000 }),
  width: fc.integer({ min: 1, max: 600 }),
  height: fc.integer({ min: 1, max: 600 }),
})
const boxes = fc.array(box, { minLength: 2, maxLength: 12 })
const moved = (all: readonly Box[], by: readonly (readonly [number, number])[]): Box[] =>
  all.map((one, nth) => ({ ...one, x: one.x + (by[nth]?.[0] ?? 0), y: one.y + (by[nth]?.[1] ?? 0) }))

describe('aligning', () => {
  it.each([
    ['left', ({ x }: Box) => x],
    ['centre', ({ x, width }: Box) => x + width / 2],
    ['right', ({ x, width }: Box) => x + width],
    ['top', ({ y }: Box) => y],
    ['middle', ({ y, height }: Box) => y + height / 2],
    ['bottom', ({ y, height }: Box) => y + height],
  ] as const)('%s: all stand on one line, within the box they had', (edge, lineOf) => {
    fc.assert(
      fc.property(boxes, (all) => {
        const after = moved(all, align(all, edge))
        expect(new Set(after.map(lineOf)).size).toBe(1)
        const [before, now] = [around(all), around(after)]
        expect(now && before && now.x >= before.x && now.y >= before.y).toBe(true)
      }),
    )
  })

  it('brings the others to the line of those that stay', () => {
    const all = [
      { x: 0, y: 0, width: 100, height: 10 },
      { x: 300, y: 50, width: 60, height: 10 },
      { x: 700, y: 20, width: 50, height: 30 },
    ]
    const stays = [false, true, false]
    expect(align(all, 'left', stays)).toEqual([
      [300, 0],
      [0, 0],
      [-400, 0],
    ])
    expect(align(all, 'bottom', stays)).toEqual([
      [0, 50],
      [0, 0],
      [0, 10],
    ])
  })

  it('done again moves nothing', () => {
    fc.assert(
      fc.property(boxes, fc.constantFrom(...EDGES), (all, edge) => {
        const once = moved(all, align(all, edge))
        expect(moved(once, align(once, edge))).toEqual(once)
      }),
    )
  })
})

describe('distributing', () => {
  it('keeps the first and the last and makes the gaps equal', () => {
    const all = [
      { x: 0, y: 0, width: 100, height: 10 },
      { x: 500, y: 7, width: 100, height: 10 },
      { x: 130, y: 3, width: 50, height: 10 },
    ]
    expect(distribute(all, 'x')).toEqual([
      [0, 0],
      [0, 0],
      [145, 0],
    ])
    expect(distribute(all, 'y').map(([dx]) => dx)).toEqual([0, 0, 0])
  })

  it('makes them equal from one that stays to the next', () => {
    const all = [
      { x: 0, y: 0, width: 100, height: 10 },
      { x: 110, y: 0, width: 100, height: 10 },
      { x: 400, y: 0, width: 100, height: 10 },
      { x: 510, y: 0, width: 100, height: 10 },
      { x: 620, y: 0, width: 100, height: 10 },
      { x: 1000, y: 0, width: 100, height: 10 },
    ]
    // 0–100, then 200–300 halfway to the one that stays at 400; behind it two more, to the last at 1000.
    const after = moved(all, distribute(all, 'x', [false, false, true, false, false, false]))
    expect(after.map(({ x }) => x)).toEqual([0, 200, 400, 600, 800, 1000])
  })

  it('moves nothing that stays', () => {
    fc.assert(
      fc.property(boxes, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (all, stays) => {
        const by = distribute(all, 'x', stays)
        by.forEach((way, nth) => stays[nth] && expect(way).toEqual([0, 0]))
      }),
    )
  })
})
