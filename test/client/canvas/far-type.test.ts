import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { farType, farZoom } from '../../../client/board/far-type.ts'

const CARD = 124
/** Pixels that a title measures on screen. */
const seen = (zoom: number, ratio = 1): number => (farType(farZoom(zoom, ratio), CARD)?.size ?? 0) * zoom

describe('the type of far cards', () => {
  it('is large enough to read on a telephone that shows a whole table', () => {
    expect(seen(0.23, 2)).toBeGreaterThanOrEqual(11)
    expect(seen(0.46, 2)).toBeGreaterThanOrEqual(11)
  })

  it('is never smaller on screen than a glance can read, or is left out', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 0.5, noNaN: true }),
        fc.constantFrom(1, 1.25, 1.5, 2),
        (zoom, ratio) => {
          const pixels = seen(zoom, ratio)
          if (pixels > 0) expect(pixels).toBeGreaterThan(6.5)
        },
      ),
    )
  })

  it('fits the card, two lines at least', () => {
    for (const shown of [0.5, 0.4, 0.33, 0.25, 0.2]) {
      const type = farType(shown, CARD)
      expect(type?.lines).toBeGreaterThanOrEqual(2)
      expect((type?.lines ?? 0) * (type?.size ?? 0)).toBeLessThan(CARD)
    }
  })

  it('is the same in the exact drawing as in the picture that stands in for it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 0.5, noNaN: true }),
        fc.constantFrom(1, 1.25, 1.5, 2),
        (zoom, ratio) => {
          const picture = farZoom(zoom, ratio)
          expect(farZoom(picture, ratio)).toBe(picture)
        },
      ),
    )
  })
})
