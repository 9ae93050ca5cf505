import { describe, expect, it } from 'vitest'
import { isOutgrown, nextMounted, padded, touches } from '../../../client/board/visible.ts'
import type { CardId } from '../../../shared/ids.ts'

const ids = (...names: string[]): CardId[] => names as CardId[]
const view = { x: 0, y: 0, width: 1000, height: 600 }
const near = (id: CardId): number => Number(id.slice(1))

describe('what is mounted', () => {
  it('serves the view until it looks out of the padding', () => {
    const area = padded(view)
    expect(isOutgrown(area, view)).toBe(false)
    expect(isOutgrown(area, { ...view, x: 240 })).toBe(false)
    expect(isOutgrown(area, { ...view, x: 260 })).toBe(true)
  })

  it('is asked for anew when the view sees only a little of it', () => {
    expect(isOutgrown(padded(view), { x: 400, y: 250, width: 100, height: 60 })).toBe(true)
  })

  it('is the very same list while nothing changes, so that nothing is rendered', () => {
    const mounted = ids('c1', 'c2')
    expect(nextMounted(mounted, new Set(mounted), near, 5)).toBe(mounted)
  })

  it('mounts what is missing before it lets go of what is not wanted, and keeps the order of ids', () => {
    const wanted = new Set(ids('c3', 'c2'))
    const first = nextMounted(ids('c1', 'c3'), wanted, near, 5)
    expect(first).toEqual(['c1', 'c2', 'c3'])
    expect(nextMounted(first, wanted, near, 5)).toEqual(['c2', 'c3'])
  })

  it('lets go of no more than the budget in one frame', () => {
    const first = nextMounted(ids('c1', 'c2', 'c3'), new Set(ids('c2')), near, 1)
    expect(first).toHaveLength(2)
    expect(nextMounted(first, new Set(ids('c2')), near, 1)).toEqual(['c2'])
  })

  it('mounts no more than the budget in one frame, the nearest to the middle first', () => {
    const wanted = new Set(ids('c9', 'c4', 'c1', 'c7'))
    const first = nextMounted([], wanted, near, 2)
    expect(first).toEqual(['c1', 'c4'])
    expect(nextMounted(first, wanted, near, 2)).toEqual(['c1', 'c4', 'c7', 'c9'])
  })

  it('knows whether a change is seen at all', () => {
    expect(touches(view, [{ x: 900, y: 500, width: 300, height: 300 }])).toBe(true)
    expect(touches(view, [{ x: 1200, y: 0, width: 10, height: 10 }])).toBe(false)
  })
})
