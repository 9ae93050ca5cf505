import { describe, expect, it } from 'vitest'
import { showPlaced } from '../../../client/actions/show-placed.ts'
import type { BoardSpec } from '../../builders/a-board.ts'
import { aDesk } from './desk.ts'

const CARD = { x: 5000, y: 3000, width: 228, height: 124 }
const PASTED = { kind: 'need', at: [CARD.x, CARD.y] } as const

function afterPasting(cards: BoardSpec['cards'], zoom: number, box = CARD): number {
  const desk = aDesk({ cards: { pasted: PASTED, ...cards } })
  desk.camera.set({ x: 0, y: 0, zoom })
  showPlaced(desk, box)
  return desk.camera.state.zoom
}

describe('what was pasted', () => {
  it('is gone up to from far away when there is nothing else to see', () => {
    expect(afterPasting({}, 0.1)).toBe(1)
    expect(afterPasting({ far: { kind: 'note', at: [90_000, 0] } }, 0.1)).toBe(1)
  })

  it('leaves the view as it is among other cards, near by, and when it is too much to be read at once', () => {
    expect(afterPasting({ other: { kind: 'note', at: [100, 100] } }, 0.1)).toBe(0.1)
    expect(afterPasting({ frame: { kind: 'zone', at: [0, 0], size: [13_000, 8_000] } }, 0.1)).toBe(0.1)
    expect(afterPasting({}, 0.12, { x: 0, y: 0, width: 10_000, height: 900 })).toBe(0.12)
    expect(afterPasting({}, 0.1, { ...CARD, x: 5000 })).toBe(1)
  })

  it('is shown when it lies outside of the view', () => {
    const desk = aDesk({ cards: { pasted: PASTED, other: { kind: 'note', at: [0, 0] } } })
    showPlaced(desk, CARD)
    expect(desk.camera.view.x).toBeGreaterThan(4000)
  })
})
