import { describe, expect, it } from 'vitest'
import { Camera } from '../../../client/board/camera.svelte.ts'
import { contains } from '../../../shared/geometry/box.ts'

const CARD = { x: 5000, y: 3000, width: 228, height: 124 }

function looking(): Camera {
  const camera = new Camera()
  camera.viewport = { width: 1440, height: 800 }
  camera.insets = { left: 84, top: 0, right: 0, bottom: 76 }
  return camera
}

/** The middle of what is seen beside the bars, in board points. */
function middleOf({ view, insets, state: { zoom } }: Camera): readonly [number, number] {
  const x = view.x + (view.width + (insets.left - insets.right) / zoom) / 2
  return [Math.round(x), Math.round(view.y + (view.height + (insets.top - insets.bottom) / zoom) / 2)]
}

describe('a phone that is turned', () => {
  it('shows the same middle, and nothing leaps when only one side of the canvas changes', () => {
    const camera = new Camera()
    camera.viewport = { width: 390, height: 740 }
    camera.set({ x: 1000, y: 500, zoom: 0.5 })
    const middle = camera.toBoard([195, 370])
    camera.viewport = { width: 844, height: 340 }
    expect(camera.toBoard([422, 170])).toEqual(middle)
    const { state } = camera
    camera.viewport = { width: 844, height: 300 }
    expect(camera.state).toBe(state)
  })

  it('is still brought to the whole table, when nobody has looked anywhere yet', () => {
    const camera = new Camera()
    camera.viewport = { width: 390, height: 740 }
    camera.viewport = { width: 844, height: 340 }
    expect(camera.isFresh).toBe(true)
  })
})

describe('what was brought into view', () => {
  it('is brought into the part that a panel leaves, when that opens over it', () => {
    const camera = looking()
    const wide = { ...CARD, width: 1100 }
    camera.show(wide, 160)
    camera.viewport = { width: 1040, height: 800 }
    expect(contains(camera.view, wide)).toBe(true)
    expect(middleOf(camera)).toEqual([5550, 3062])
  })

  it('stays where it is when it is still seen: nothing leaps for nothing', () => {
    const camera = looking()
    camera.show(CARD, 160)
    const before = camera.state
    camera.viewport = { width: 1040, height: 800 }
    expect(camera.state).toBe(before)
  })

  it('stays clear of a bar that comes to float over the foot', () => {
    const camera = looking()
    camera.show({ x: 0, y: 0, width: 300, height: 700 }, 160)
    camera.insets = { left: 0, top: 0, right: 0, bottom: 150 }
    const { y, zoom } = camera.state
    expect((700 - y) * zoom).toBeLessThanOrEqual(800 - 150)
  })

  it('is let go as soon as one looks elsewhere', () => {
    const camera = looking()
    camera.show(CARD, 160)
    camera.pan(-3000, 0)
    const elsewhere = camera.state
    camera.viewport = { width: 1040, height: 800 }
    expect(camera.state).toBe(elsewhere)
  })

  it('is let go when the panel that it opened is closed: the next panel moves nothing', () => {
    const camera = looking()
    const wide = { ...CARD, width: 1100 }
    camera.show(wide, 160)
    camera.viewport = { width: 1040, height: 800 }
    camera.viewport = { width: 1440, height: 800 }
    const before = camera.state
    camera.viewport = { width: 1040, height: 800 }
    expect(camera.state).toBe(before)
  })

  it('is one leap to go back from, however the canvas changed meanwhile', () => {
    const camera = looking()
    camera.set({ x: 1, y: 2, zoom: 1 })
    const before = camera.state
    camera.show({ ...CARD, width: 1300 }, 160)
    camera.viewport = { width: 900, height: 800 }
    camera.goBack()
    expect(camera.state).toEqual(before)
    expect(camera.canGoBack).toBe(false)
  })
})
