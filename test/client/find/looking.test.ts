import { describe, expect, it } from 'vitest'
import { boxOfLook, cameraFor, lookOf, nearest, readLook } from '../../../client/find/looking.ts'
import { linkOfPlace, placeInFragment } from '../../../client/session/place-link.ts'
import type { BoardId, CardId } from '../../../shared/ids.ts'

describe('looking where somebody else looks', () => {
  it('is the same view in a window of the same size', () => {
    const camera = { x: 120, y: -80, zoom: 0.5 }
    const window = { width: 1000, height: 600 }
    expect(cameraFor(lookOf(camera, window), window)).toEqual(camera)
  })

  it('shows at least what they see, in the middle, in a window of another shape', () => {
    const look = lookOf({ x: 0, y: 0, zoom: 1 }, { width: 1400, height: 700 })
    const { x, y, zoom } = cameraFor(look, { width: 390, height: 700 })
    expect([x, x + 390 / zoom]).toEqual([0, 1400])
    expect(y).toBeLessThan(0)
    expect(y + 700 / zoom).toBeGreaterThan(700)
  })

  it('is, where there is no canvas, the card nearest to the middle of what they see', () => {
    const look = lookOf({ x: 100, y: 0, zoom: 1 }, { width: 800, height: 600 })
    expect(boxOfLook(look)).toEqual({ x: 100, y: 0, width: 800, height: 600 })
    const at = (x: number) => ({ x, y: 300, width: 100, height: 50 })
    expect(
      nearest(look, [
        ['far', at(110)],
        ['near', at(400)],
        ['right', at(700)],
      ] as const),
    ).toBe('near')
    expect(nearest(look, [])).toBeNull()
  })

  it.each([null, 7, {}, { middle: [0], width: 1, height: 1 }, { middle: [0, NaN], width: 1, height: 1 }])(
    'takes nothing that is no view from the wire: %j',
    (value) => expect(readLook(value)).toBeNull(),
  )

  it('refuses a view without a size, which nobody could be shown', () =>
    expect(readLook({ middle: [0, 0], width: 0, height: 10 })).toBeNull())
})

describe('the link of a place', () => {
  it('leads back to the card or the view, and carries no key', () => {
    for (const place of [{ card: 'a1b2c3' as CardId }, { view: 'funds' }]) {
      const link = new URL(linkOfPlace('https://tavolo.example', 'k2j3' as BoardId, place))
      expect(link.pathname).toBe('/b/k2j3')
      expect(placeInFragment(link.hash)).toEqual(place)
    }
  })

  it.each(['', '#', '#k3y-of-a-board', '#card=', '#card=a b', '#view=<script>', `#card=${'x'.repeat(65)}`])(
    'is not read from %j',
    (fragment) => expect(placeInFragment(fragment)).toBeNull(),
  )
})
