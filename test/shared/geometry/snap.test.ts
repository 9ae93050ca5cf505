import { describe, expect, it } from 'vitest'
import type { Box } from '../../../shared/geometry/box.ts'
import { snap } from '../../../shared/geometry/snap.ts'

const box = (x: number, y: number, width = 228, height = 124): Box => ({ x, y, width, height })

describe('snapping', () => {
  it('puts left edges in line when they nearly are', () => {
    const { by, guides } = snap(box(104, 300), [box(100, 0)], 6)
    expect(by).toEqual([-4, 0])
    expect(guides).toContainEqual({ axis: 'x', at: 100, from: 0, to: 424 })
  })

  it('leaves a box alone when nothing is within reach', () => {
    expect(snap(box(110, 300), [box(100, 0)], 6)).toEqual({ by: [0, 0], guides: [] })
  })

  it('treats the two axes apart', () => {
    expect(snap(box(403, 2), [box(0, 0), box(400, 500)], 6).by).toEqual([-3, -2])
  })

  it('puts the middles of boxes of different sizes in line', () => {
    const { by, guides } = snap(box(3, 200, 100, 100), [box(0, 0, 110, 50)], 6)
    expect(by[0]).toBe(2)
    expect(guides.map(({ at }) => at)).toContain(55)
  })

  it('puts a right edge in line with a left edge', () => {
    expect(snap(box(-231, 400), [box(0, 0)], 6).by[0]).toBe(3)
  })

  it('takes the nearest of several lines', () => {
    expect(snap(box(5, 400), [box(0, 0), box(7, 200)], 6).by[0]).toBe(2)
  })

  it('draws one guide a line, long enough to touch all that stands on it', () => {
    const { guides } = snap(box(0, 600), [box(0, 0), box(0, 300)], 6)
    expect(guides.filter(({ axis, at }) => axis === 'x' && at === 0)).toEqual([
      { axis: 'x', at: 0, from: 0, to: 724 },
    ])
  })
})
