import { describe, expect, it } from 'vitest'
import { bringIntoView, bringNear } from '../../../client/components/canvas/into-view.ts'
import { contains } from '../../../shared/geometry/box.ts'
import type { CardId } from '../../../shared/ids.ts'
import { aDesk } from './desk.ts'

const card = 'card' as CardId
const table = () => {
  const desk = aDesk({ cards: { card: { kind: 'need', at: [3000, 2000] } } })
  desk.camera.insets = { left: 84, top: 0, right: 0, bottom: 76 }
  return desk
}

describe('bringing a card into view', () => {
  it('moves the board just enough, clear of the bars', () => {
    const desk = table()
    bringIntoView(desk, card)
    const { view } = desk.camera
    const clear = { x: view.x + 84, y: view.y, width: view.width - 84, height: view.height - 76 }
    expect(contains(clear, { x: 3000, y: 2000, width: 228, height: 124 })).toBe(true)
    expect(desk.camera.state.zoom).toBe(1)
    expect(desk.camera.state.x).toBe(3000 + 228 + 8 - 1440)
  })

  it('leaves the board alone when the card is in view', () => {
    const desk = table()
    desk.camera.set({ x: 2600, y: 1800, zoom: 1 })
    const before = desk.camera.state
    bringIntoView(desk, card)
    expect(desk.camera.state).toBe(before)
  })

  it('comes near enough to read what is typed', () => {
    const desk = table()
    desk.camera.set({ x: 0, y: 0, zoom: 0.2 })
    bringNear(desk, card)
    expect(desk.camera.state.zoom).toBe(1)
    expect(contains(desk.camera.view, { x: 3000, y: 2000, width: 228, height: 124 })).toBe(true)
  })

  it('does nothing for a card that is gone', () => {
    const desk = table()
    const before = desk.camera.state
    bringNear(desk, 'nobody' as CardId)
    expect(desk.camera.state).toBe(before)
  })
})

describe('showing a box whole', () => {
  it('stays clear of the bars and keeps some room', () => {
    const desk = table()
    desk.camera.fit({ x: 0, y: 0, width: 4000, height: 1000 })
    const [left] = [(0 - desk.camera.state.x) * desk.camera.state.zoom]
    expect(left).toBeGreaterThanOrEqual(84)
    expect((4000 - desk.camera.state.x) * desk.camera.state.zoom).toBeLessThanOrEqual(1440)
  })

  it('is at 100 % when that is nearly so: text is sharpest there', () => {
    const desk = table()
    desk.camera.fit({ x: 0, y: 0, width: 1300, height: 400 })
    expect(desk.camera.state.zoom).toBe(1)
  })
})
