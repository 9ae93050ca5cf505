import { describe, expect, it } from 'vitest'
import { firstSeen } from '../../../client/board/first-seen.ts'
import { contains } from '../../../shared/geometry/box.ts'

const CARD = { width: 228, height: 124 }
const ROOM = { width: 366, height: 500 }
/** The smallest text that anybody is asked to read, and the size of a far title in board points. */
const [SMALLEST, TITLE] = [11.5, 25]

describe('what of a table is seen first on a phone', () => {
  it('is all of it where its titles can be read', () => {
    const boxes = [
      { x: 100, y: 50, ...CARD },
      { x: 400, y: 300, ...CARD },
    ]
    expect(firstSeen(boxes, ROOM)).toEqual({ x: 100, y: 50, width: 528, height: 374 })
  })

  it('is as much as can be read, from where reading starts, when all of it would be too small', () => {
    const first = { x: -40, y: 20, ...CARD }
    const seen = firstSeen([{ x: 3000, y: 20, ...CARD }, first], ROOM)
    expect(seen).not.toBeNull()
    expect((ROOM.width / (seen?.width ?? NaN)) * TITLE).toBeGreaterThanOrEqual(SMALLEST)
    expect(seen && contains(seen, first)).toBe(true)
    expect(seen).toMatchObject({ x: -40, y: 20, height: 124 })
  })

  it('holds a card even when the corner of the table is empty', () => {
    const first = { x: 0, y: 2000, ...CARD }
    const seen = firstSeen([{ x: 4000, y: 0, ...CARD }, first], ROOM)
    expect(seen && contains(seen, first)).toBe(true)
  })

  it('is nothing on an empty table', () => {
    expect(firstSeen([], ROOM)).toBeNull()
  })
})
