import { describe, expect, it } from 'vitest'
import { RemoteDrags } from '../../../client/board/remote-drags.ts'
import type { Person } from '../../../client/board/presence.svelte.ts'
import type { Point } from '../../../shared/board/card.ts'
import { editText } from '../../../shared/board/commands/edit-card.ts'
import { moveCards } from '../../../shared/board/commands/move-cards.ts'
import type { CardId } from '../../../shared/ids.ts'
import { aDesk } from './desk.ts'

const card = 'card' as CardId
const bruno = (by: Point | null): Person => ({
  client: 7,
  name: 'Bruno',
  organisation: '',
  colour: '#006644',
  participant: null,
  cursor: null,
  caret: null,
  look: null,
  follows: null,
  gathers: null,
  role: 'editor',
  selection: [],
  editing: null,
  drag: by && { ids: [card], by },
})
const table = () => {
  const desk = aDesk({ cards: { card: { kind: 'note', at: [100, 100] } } })
  return { ...desk, drags: new RemoteDrags(desk.board), at: () => desk.board.cards.get(card)?.at }
}

describe('what others drag', () => {
  it('glides to where presence says, without a write', () => {
    const { drags, at, board } = table()
    drags.follow([bruno([60, 0])], 0)
    expect(drags.step(0, undefined, false)).toBe(true)
    expect(at()?.[0]).toBeGreaterThan(100)
    expect(at()?.[0]).toBeLessThan(160)
    for (let frame = 0; frame < 30; frame++) drags.step(frame, undefined, false)
    expect(at()).toEqual([160, 100])
    expect(board.card(card)?.at).toEqual([100, 100])
  })

  it('stands there at once when motion is unwelcome', () => {
    const { drags, at } = table()
    drags.follow([bruno([60, 0])], 0)
    drags.step(0, undefined, true)
    expect(at()).toEqual([160, 100])
  })

  it('waits for the drop after the drag has ended, and lands without moving twice', () => {
    const { drags, at, doc } = table()
    drags.follow([bruno([60, 0])], 0)
    drags.step(0, undefined, true)
    drags.follow([bruno(null)], 10)
    drags.step(20, undefined, true)
    expect(at()).toEqual([160, 100])
    moveCards(doc, [{ id: card, to: [160, 100] }])
    drags.land([card])
    expect(at()).toEqual([160, 100])
  })

  it('does not move a card that has landed while presence still tells of its drag', () => {
    const { drags, at, doc } = table()
    drags.follow([bruno([60, 0])], 0)
    drags.step(0, undefined, true)
    moveCards(doc, [{ id: card, to: [160, 100] }])
    drags.land([card])
    drags.follow([bruno([60, 0])], 5)
    drags.step(5, undefined, true)
    expect(at()).toEqual([160, 100])
    drags.follow([bruno(null)], 10)
    drags.follow([bruno([5, 5])], 20)
    drags.step(20, undefined, true)
    expect(at()).toEqual([165, 105])
  })

  it('stays in the hand that carries it while somebody else writes in it, or moves it elsewhere', () => {
    const { drags, at, doc } = table()
    drags.follow([bruno([60, 0])], 0)
    drags.step(0, undefined, true)
    editText(doc, card, 'title', 'Con una rampa')
    drags.land([card])
    expect(at()).toEqual([160, 100])
    moveCards(doc, [{ id: card, to: [100, 400] }])
    drags.land([card])
    expect(at()).toEqual([160, 100])
    drags.follow([bruno([60, -300])], 20)
    drags.step(20, undefined, true)
    expect(at()).toEqual([160, 100])
    drags.follow([bruno(null)], 30)
    moveCards(doc, [{ id: card, to: [160, 100] }])
    drags.land([card])
    expect(at()).toEqual([160, 100])
    expect(drags.size).toBe(0)
  })

  it('comes back when the drag was given up', () => {
    const { drags, at } = table()
    drags.follow([bruno([60, 0])], 0)
    drags.step(0, undefined, true)
    drags.follow([bruno(null)], 10)
    expect(drags.step(2_000, undefined, true)).toBe(false)
    expect(at()).toEqual([100, 100])
  })

  it('leaves alone what this person holds', () => {
    const { drags, board } = table()
    drags.follow([bruno([60, 0])], 0)
    drags.step(0, new Set([card]), false)
    expect(board.cards.get(card)?.preview).toBeNull()
  })
})
