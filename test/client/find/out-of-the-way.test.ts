import { describe, expect, it } from 'vitest'
import { standingOf } from '../../../client/components/find/out-of-the-way.ts'

const CANVAS = { width: 1440, height: 800 }
const LOOK = { x: 0, y: 0, zoom: 1 }
const SIZE = [228, 124] as const
const UNDER = { at: [1250, 600], size: SIZE } as const
const ABOVE = { at: [1250, 100], size: SIZE } as const

describe('the small map', () => {
  it('stands at the foot while nothing that is chosen lies there', () => {
    expect(standingOf(CANVAS, LOOK, [])).toBe('low')
    expect(standingOf(CANVAS, LOOK, [ABOVE])).toBe('low')
  })

  it('steps up for what lies under it, at any zoom', () => {
    expect(standingOf(CANVAS, LOOK, [UNDER])).toBe('high')
    expect(standingOf(CANVAS, { x: 0, y: 0, zoom: 0.5 }, [UNDER])).toBe('low')
    expect(standingOf(CANVAS, { x: 1250, y: 600, zoom: 2 }, [{ at: [1800, 850], size: SIZE }])).toBe('high')
  })

  it('stays where both places would hide something', () => {
    expect(standingOf(CANVAS, LOOK, [UNDER, ABOVE])).toBe('low')
  })
})
