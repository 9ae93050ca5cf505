import { describe, expect, it } from 'vitest'
import { hitAt, interventionAround, topmost, type Aim } from '../../../client/board/hit.ts'
import { endPoints } from '../../../client/board/drawn-link.ts'
import { stackCards } from '../../../shared/board/commands/stack-cards.ts'
import type { CardId } from '../../../shared/ids.ts'
import { aDesk } from './desk.ts'

const desk = aDesk({
  cards: {
    works: { kind: 'action', at: [40, 80], intervention: 'frame' },
    need: { kind: 'need', at: [-400, 80] },
    low: { kind: 'note', at: [1000, 0] },
    over: { kind: 'note', at: [1100, 40] },
    frame: { kind: 'intervention', at: [0, 0], size: [400, 300] },
    inner: { kind: 'intervention', at: [20, 60], size: [270, 200] },
  },
  links: [['works', 'answers', 'need']],
})
const aim = (over: Partial<Aim> = {}): Aim => ({
  board: desk.board,
  index: desk.index,
  zoom: 1,
  reach: 7,
  gripped: null,
  chosen: new Set<CardId>(),
  ...over,
})

describe('what lies under a point', () => {
  it('is the card, over its frame', () => {
    expect(hitAt(aim(), [100, 120])).toEqual({ on: 'card', id: 'works' })
  })

  it('is a card that somebody else drags where it is seen, not where it rested', () => {
    const moving = aDesk({
      cards: { need: { kind: 'need', at: [0, 0] }, note: { kind: 'note', at: [20, 20] } },
    })
    const need = moving.board.cards.get('need' as CardId)
    if (need) need.preview = [600, 40]
    const at = (x: number, y: number) =>
      hitAt({ ...aim(), board: moving.board, index: moving.index, dragged: ['need' as CardId] }, [x, y])
    expect(at(610, 50)).toEqual({ on: 'card', id: 'need' })
    expect(at(10, 10)).toEqual({ on: 'nothing' })
    expect(at(30, 30)).toEqual({ on: 'card', id: 'note' })
  })

  it('is nothing inside a frame: its inside belongs to what lies in it', () => {
    expect(hitAt(aim(), [350, 250])).toEqual({ on: 'nothing' })
  })

  it('is the frame on its heading and near its edge', () => {
    expect(hitAt(aim(), [350, 30])).toEqual({ on: 'frame', id: 'frame' })
    expect(hitAt(aim(), [403, 200])).toEqual({ on: 'frame', id: 'frame' })
  })

  it('is the title that stands over a frame seen from far', () => {
    expect(hitAt(aim({ zoom: 0.2 }), [380, -80])).toEqual({ on: 'frame', id: 'frame' })
    expect(hitAt(aim({ zoom: 1 }), [380, -80])).toEqual({ on: 'nothing' })
  })

  it('is the link near its curve, farther for a finger than for a mouse', () => {
    const [link] = desk.board.links.keys()
    expect(hitAt(aim(), [-66, 146])).toEqual({ on: 'link', id: link })
    expect(hitAt(aim(), [-66, 156])).toEqual({ on: 'nothing' })
    expect(hitAt(aim({ reach: 18 }), [-66, 156])).toEqual({ on: 'link', id: link })
  })

  it('is an end only of the chosen link, over the card at which it ends', () => {
    const [link] = desk.board.links.keys()
    const path = link && desk.index.path(link)
    if (!path) throw new Error('the link is not drawn')
    const { from, to } = endPoints({ kind: 'answers' }, path)
    expect(hitAt(aim({ grippedLink: link ?? null }), from)).toEqual({ on: 'linkEnd', id: link, end: 'from' })
    expect(hitAt(aim({ grippedLink: link ?? null }), to)).toEqual({ on: 'linkEnd', id: link, end: 'to' })
    expect(hitAt(aim(), from)).toEqual({ on: 'card', id: 'works' })
  })

  it('is a grip only of the one chosen card', () => {
    expect(hitAt(aim({ gripped: 'works' as CardId }), [268, 142])).toEqual({
      on: 'linkGrip',
      id: 'works',
      side: 'right',
    })
    expect(hitAt(aim(), [268, 142])).toEqual({ on: 'card', id: 'works' })
    expect(hitAt(aim({ gripped: 'frame' as CardId }), [400, 300])).toEqual({
      on: 'corner',
      id: 'frame',
      corner: 'bottomRight',
    })
  })

  it('is the chosen one of two cards that overlap, else the one with the higher id, the same for everybody', () => {
    expect(hitAt(aim(), [1150, 80])).toEqual({ on: 'card', id: 'over' })
    expect(hitAt(aim({ chosen: new Set(['low' as CardId]) }), [1150, 80])).toEqual({ on: 'card', id: 'low' })
    expect(topmost([], aim())).toBeUndefined()
  })

  it('is the one that was put in front, whatever its id', () => {
    const other = aDesk({
      cards: {
        b: { kind: 'note', at: [0, 0] },
        a: { kind: 'note', at: [20, 0] },
        c: { kind: 'note', at: [40, 0] },
      },
    })
    const over = (): unknown => hitAt(aim({ board: other.board, index: other.index }), [60, 20])
    expect(over()).toEqual({ on: 'card', id: 'c' })
    stackCards(other.doc, ['a' as CardId], 'front')
    expect(over()).toEqual({ on: 'card', id: 'a' })
    stackCards(other.doc, ['a', 'c'] as CardId[], 'back')
    expect(over()).toEqual({ on: 'card', id: 'b' })
  })

  it('is the smaller of two frames that would take an action', () => {
    expect(interventionAround(desk, [100, 120])).toBe('inner')
    expect(interventionAround(desk, [380, 280])).toBe('frame')
    expect(interventionAround(desk, [900, 900])).toBeNull()
  })
})
