import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expand, type Box } from '../../../shared/geometry/box.ts'
import { distanceTo, linkPath, pathBox, pointOn, sidePoint } from '../../../shared/geometry/link-path.ts'

const card = (x: number, y: number): Box => ({ x, y, width: 228, height: 124 })
const anywhere = fc.record({
  x: fc.integer({ min: -5000, max: 5000 }),
  y: fc.integer({ min: -5000, max: 5000 }),
})

describe('the path of a link', () => {
  it('leaves on the right and arrives on the left of a card further right', () => {
    const path = linkPath(card(0, 0), card(400, 300))
    expect(path.start).toEqual(sidePoint(card(0, 0), 'right'))
    expect(path.end).toEqual(sidePoint(card(400, 300), 'left'))
    expect(path.startControl[1]).toBe(path.start[1])
    expect(path.endControl[1]).toBe(path.end[1])
  })

  it('runs from right to left when the second card is on the left', () => {
    const path = linkPath(card(800, 0), card(0, 0))
    expect(path.start[0]).toBe(800)
    expect(path.end[0]).toBe(228)
  })

  it('runs from above to below between cards that stand over each other', () => {
    const path = linkPath(card(0, 0), card(20, 300))
    expect(path.start).toEqual(sidePoint(card(0, 0), 'bottom'))
    expect(path.end).toEqual(sidePoint(card(20, 300), 'top'))
  })

  it('can arrive beside the middle of a side, so that lines of different meaning do not end in one point', () => {
    expect(linkPath(card(800, 0), card(0, 0), 31).end).toEqual([228, 62 + 31])
  })

  it('begins and ends on its two boxes, wherever they are', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        const path = linkPath(card(a.x, a.y), card(b.x, b.y))
        expect(pointOn(path, 0)).toEqual(path.start)
        expect(pointOn(path, 1)[0]).toBeCloseTo(path.end[0])
        expect(pointOn(path, 1)[1]).toBeCloseTo(path.end[1])
      }),
    )
  })

  it('stays inside its box, which the spatial index relies on', () => {
    fc.assert(
      fc.property(anywhere, anywhere, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, t) => {
        const path = linkPath(card(a.x, a.y), card(b.x, b.y))
        const { x, y, width, height } = expand(pathBox(path), 0.001)
        const [px, py] = pointOn(path, t)
        expect(px >= x && px <= x + width && py >= y && py <= y + height).toBe(true)
      }),
    )
  })

  it('knows how far a point is from the curve', () => {
    const path = linkPath(card(0, 0), card(628, 0))
    expect(distanceTo(path, [428, 62])).toBeCloseTo(0)
    expect(distanceTo(path, [428, 82])).toBeCloseTo(20)
    expect(distanceTo(path, [900, 62])).toBeCloseTo(272)
  })
})
