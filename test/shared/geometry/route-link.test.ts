import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expand, overlaps, type Box } from '../../../shared/geometry/box.ts'
import { crosses, pathBox } from '../../../shared/geometry/link-path.ts'
import { reachOf, routeLink } from '../../../shared/geometry/route-link.ts'

const card = (x: number, y: number): Box => ({ x, y, width: 228, height: 124 })
const among =
  (boxes: readonly Box[]) =>
  (view: Box): readonly Box[] =>
    boxes.filter((one) => overlaps(one, view))

describe('the way of a link', () => {
  it('is the plain curve where nothing is in between', () => {
    const { path, isPlain } = routeLink(card(0, 0), card(600, 40), among([card(300, 900)]))
    expect(isPlain).toBe(true)
    expect(path.lane).toBeUndefined()
  })

  it('runs level through the gap between two cards of the column in between', () => {
    const [fund, action] = [card(664, 0), card(0, 0)]
    const axes = [card(332, -20), card(332, 140)]
    const { path } = routeLink(fund, action, among(axes))
    expect(crosses(path, axes)).toBe(false)
    expect(path.lane?.[0][1]).toBe(path.lane?.[1][1])
    expect(path.lane?.[0][1]).toBeGreaterThan(104)
    expect(path.lane?.[0][1]).toBeLessThan(140)
    expect(path.end[0]).toBe(228)
  })

  it('runs beside the card that stands between one above and one below', () => {
    const between = card(0, 160)
    const { path } = routeLink(card(0, 0), card(0, 320), among([between]))
    expect(crosses(path, [between])).toBe(false)
    expect(path.lane?.[0][0]).toBeGreaterThan(228)
  })

  it('takes the other side where one is taken', () => {
    const wall = [card(0, 160), card(240, 0), card(240, 160), card(240, 320)]
    const { path } = routeLink(card(0, 0), card(0, 320), among(wall))
    expect(crosses(path, wall)).toBe(false)
    expect(path.lane?.[0][0]).toBeLessThan(0)
  })

  it('stays as it is behind a wall that has no gap', () => {
    const wall = Array.from({ length: 21 }, (_, row) => card(400, (row - 10) * 124))
    const { path, isPlain } = routeLink(card(0, 0), card(900, 0), among(wall))
    expect(path.lane).toBeUndefined()
    expect(isPlain).toBe(false)
  })

  it('keeps two links that take the same gap apart', () => {
    const axes = among([card(332, -20), card(332, 140)])
    const lane = (lean: number) =>
      routeLink(card(664, 0), card(0, 0), axes, { lean }).path.lane?.[0][1] ?? NaN
    expect(lane(1) - lane(-1)).toBeGreaterThan(8)
  })

  it('is decided by what lies in its reach alone, and does not leave it', () => {
    const place = fc.record({
      x: fc.integer({ min: -900, max: 900 }),
      y: fc.integer({ min: -900, max: 900 }),
    })
    fc.assert(
      fc.property(place, place, fc.array(place, { maxLength: 12 }), (a, b, others) => {
        const [from, to] = [card(a.x, a.y), card(b.x, b.y)]
        const obstacles = others.map(({ x, y }) => card(x, y))
        const reach = reachOf(from, to)
        const { path } = routeLink(from, to, among(obstacles))
        expect(path).toEqual(
          routeLink(from, to, among(obstacles.filter((one) => overlaps(one, reach)).reverse())).path,
        )
        expect(overlaps(pathBox(path), reach)).toBe(true)
        const { x, y, width, height } = pathBox(path)
        const outer = expand(reach, 0.01)
        expect(x).toBeGreaterThanOrEqual(outer.x)
        expect(y).toBeGreaterThanOrEqual(outer.y)
        expect(x + width).toBeLessThanOrEqual(outer.x + outer.width)
        expect(y + height).toBeLessThanOrEqual(outer.y + outer.height)
      }),
    )
  })
})
