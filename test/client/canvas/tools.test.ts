import { describe, expect, it } from 'vitest'
import { putCopies } from '../../../client/actions/put-copies.ts'
import { byHeight, topmost } from '../../../client/board/hit.ts'
import type { BoardSession } from '../../../client/session/board-session.svelte.ts'
import { selectTool } from '../../../client/tools/select.ts'
import { cardTool } from '../../../client/tools/card.ts'
import { linkTool } from '../../../client/tools/link.ts'
import { resized } from '../../../client/tools/resize-drag.ts'
import { groupCards, lockCards } from '../../../shared/board/commands/lay-cards.ts'
import { moveCards, resizeFrame } from '../../../shared/board/commands/move-cards.ts'
import { stackCards } from '../../../shared/board/commands/stack-cards.ts'
import { trashCards } from '../../../shared/board/commands/trash-cards.ts'
import type { CardId } from '../../../shared/ids.ts'
import { aDesk, CTRL, NO_KEYS, press } from './desk.ts'

const id = (name: string): CardId => name as CardId
const framed = () =>
  aDesk({
    cards: {
      frame: { kind: 'intervention', at: [0, 0], size: [400, 400] },
      works: { kind: 'action', at: [40, 80], intervention: 'frame' },
      note: { kind: 'note', at: [60, 240] },
      loose: { kind: 'action', at: [1000, 0] },
      need: { kind: 'need', at: [1000, 600] },
    },
  })

describe('choosing', () => {
  it('takes the card that was clicked, and Shift adds or takes away', () => {
    const desk = framed()
    const tool = selectTool(desk)
    tool.click?.(press([0, 0], { on: 'card', id: id('works') }))
    expect([...desk.selection.cards]).toEqual(['works'])
    tool.click?.(press([0, 0], { on: 'card', id: id('loose') }, { ...NO_KEYS, shift: true }))
    expect([...desk.selection.cards].sort()).toEqual(['loose', 'works'])
    tool.click?.(press([0, 0], { on: 'card', id: id('works') }, { ...NO_KEYS, shift: true }))
    expect([...desk.selection.cards]).toEqual(['loose'])
    tool.click?.(press([0, 0], { on: 'nothing' }))
    expect(desk.selection.cards.size).toBe(0)
  })

  it('draws a rectangle that takes the cards it touches and the frames it holds', () => {
    const desk = framed()
    const drag = selectTool(desk).drag?.(press([1300, -50], { on: 'nothing' }))
    drag?.move([30, 300], NO_KEYS)
    expect([...desk.selection.cards].sort()).toEqual(['loose', 'note', 'works'])
    drag?.move([-10, 500], NO_KEYS)
    expect([...desk.selection.cards].sort()).toEqual(['frame', 'loose', 'note', 'works'])
    drag?.drop()
    expect(desk.tools.sketch.marquee).toBeUndefined()
  })

  it('pans with one finger where a mouse draws a rectangle', () => {
    const desk = framed()
    expect(selectTool(desk).drag?.(press([900, -50], { on: 'nothing' }, NO_KEYS, true))).toBeNull()
  })
})

describe('moving', () => {
  it('shows the way without writing, and writes one command on the drop', () => {
    const desk = framed()
    const drag = selectTool(desk).drag?.(press([1010, 10], { on: 'card', id: id('loose') }))
    drag?.move([1110, 60], CTRL)
    expect(desk.board.cards.get(id('loose'))?.at).toEqual([1100, 50])
    expect(desk.board.card(id('loose'))?.at).toEqual([1000, 0])
    expect(desk.told.at(-1)).toEqual({ drag: { ids: ['loose'], by: [100, 50] } })
    expect(desk.acts()).toBe(0)
    drag?.drop()
    expect(desk.board.card(id('loose'))?.at).toEqual([1100, 50])
    expect(desk.board.cards.get(id('loose'))?.preview).toBeNull()
    expect(desk.acts()).toBe(1)
    expect(desk.told.at(-1)).toEqual({ drag: null })
  })

  it('stays under the hand when a colleague moves the card meanwhile, and lines up where it is now', () => {
    const desk = aDesk({
      cards: { held: { kind: 'zone', at: [0, 0], size: [400, 200] }, wall: { kind: 'note', at: [900, 300] } },
    })
    const drag = selectTool(desk).drag?.(press([10, 10], { on: 'frame', id: id('held') }))
    drag?.move([110, 60], CTRL)
    moveCards(desk.doc, [{ id: id('held'), to: [300, -300] }])
    expect(desk.board.cards.get(id('held'))?.at).toEqual([100, 50])
    expect(desk.told.at(-1)).toEqual({ drag: { ids: ['held'], by: [-200, 350] } })
    // 424 is where the note ends: three points from where the lower edge of the frame is, now that it is higher.
    resizeFrame(desk.doc, id('held'), [300, -300], [400, 300])
    drag?.move([110, 131], NO_KEYS)
    expect(desk.board.cards.get(id('held'))?.at).toEqual([100, 124])
    expect(desk.tools.sketch.guides).toContainEqual({ axis: 'y', at: 424, from: 100, to: 1128 })
    drag?.drop()
    expect(desk.board.card(id('held'))?.at).toEqual([100, 124])
    expect(desk.acts()).toBe(1)
  })

  it('listens no longer once it is dropped or given up', () => {
    const desk = framed()
    for (const end of ['drop', 'cancel'] as const) {
      const drag = selectTool(desk).drag?.(press([1010, 10], { on: 'card', id: id('loose') }))
      drag?.move([1030, 10], CTRL)
      drag?.[end]()
      moveCards(desk.doc, [{ id: id('loose'), to: [1000, 0] }])
      expect(desk.board.cards.get(id('loose'))?.at).toEqual([1000, 0])
    }
  })

  it('leaves where it is what a colleague locked or took out of the frame meanwhile, and takes what they put in', () => {
    const desk = framed()
    const drag = selectTool(desk).drag?.(press([200, 10], { on: 'frame', id: id('frame') }))
    drag?.move([300, 10], CTRL)
    moveCards(desk.doc, [
      { id: id('works'), to: [2000, 0], intervention: null },
      { id: id('loose'), to: [60, 90], intervention: id('frame') },
    ])
    drag?.drop()
    expect(desk.board.card(id('frame'))?.at).toEqual([100, 0])
    expect(desk.board.card(id('loose'))?.at).toEqual([160, 90])
    expect(desk.board.card(id('works'))?.at).toEqual([2000, 0])
    const again = selectTool(desk).drag?.(press([200, 10], { on: 'frame', id: id('frame') }))
    again?.move([300, 10], CTRL)
    lockCards(desk.doc, [id('frame')], true)
    again?.drop()
    expect(desk.board.card(id('frame'))?.at).toEqual([100, 0])
    expect(desk.tools.notice?.text).toMatch(/bloccata|locked/i)
  })

  it('puts no action into a frame that moves away with it', () => {
    const desk = aDesk({
      cards: {
        frame: { kind: 'intervention', at: [0, 0], size: [400, 400] },
        beside: { kind: 'action', at: [-300, 100] },
      },
    })
    desk.selection.choose([id('frame'), id('beside')])
    const drag = selectTool(desk).drag?.(press([10, 10], { on: 'frame', id: id('frame') }))
    drag?.move([330, 10], CTRL)
    expect(desk.tools.sketch.frame).toBeNull()
    drag?.drop()
    expect(desk.board.card(id('beside'))).toMatchObject({ at: [20, 100] })
    expect(desk.board.card(id('beside'))).not.toHaveProperty('intervention')
  })

  it('leaves everything as it was when it is cancelled', () => {
    const desk = framed()
    const drag = selectTool(desk).drag?.(press([1010, 10], { on: 'card', id: id('loose') }))
    drag?.move([1500, 700], CTRL)
    drag?.cancel()
    expect(desk.board.cards.get(id('loose'))?.at).toEqual([1000, 0])
    expect(desk.acts()).toBe(0)
    expect(desk.tools.sketch).toEqual({})
  })

  it('puts an action into the intervention it is dropped in', () => {
    const desk = framed()
    const drag = selectTool(desk).drag?.(press([1010, 10], { on: 'card', id: id('loose') }))
    drag?.move([130, 210], CTRL)
    expect(desk.tools.sketch.frame).toBe('frame')
    drag?.drop()
    expect(desk.board.card(id('loose'))).toMatchObject({ at: [120, 200], intervention: 'frame' })
  })

  it('takes an action out of the intervention it leaves', () => {
    const desk = framed()
    const drag = selectTool(desk).drag?.(press([50, 90], { on: 'card', id: id('works') }))
    drag?.move([750, 90], CTRL)
    drag?.drop()
    expect(desk.board.card(id('works'))).not.toHaveProperty('intervention')
  })

  it('carries what a frame holds, which stays in it', () => {
    const desk = framed()
    const drag = selectTool(desk).drag?.(press([10, 10], { on: 'frame', id: id('frame') }))
    drag?.move([10, 1010], CTRL)
    drag?.drop()
    expect(desk.board.card(id('frame'))?.at).toEqual([0, 1000])
    expect(desk.board.card(id('works'))).toMatchObject({ at: [40, 1080], intervention: 'frame' })
    expect(desk.board.card(id('note'))?.at).toEqual([60, 1240])
    expect(desk.board.card(id('loose'))?.at).toEqual([1000, 0])
    expect(desk.acts()).toBe(1)
  })

  it('passes over a card that somebody took away meanwhile', () => {
    const desk = framed()
    desk.selection.choose([id('loose'), id('need')])
    const drag = selectTool(desk).drag?.(press([1010, 10], { on: 'card', id: id('loose') }))
    drag?.move([1110, 10], CTRL)
    trashCards(desk.doc, [id('need')])
    drag?.drop()
    expect(desk.board.card(id('loose'))?.at).toEqual([1100, 0])
    expect(desk.board.card(id('need'))).toBeUndefined()
  })

  it('keeps to the longer way while Shift is down', () => {
    const desk = framed()
    const drag = selectTool(desk).drag?.(press([1010, 10], { on: 'card', id: id('loose') }))
    drag?.move([1110, 60], { ...CTRL, shift: true })
    expect(desk.board.cards.get(id('loose'))?.at).toEqual([1100, 0])
  })

  it('comes into line with its neighbours', () => {
    const desk = framed()
    const drag = selectTool(desk).drag?.(press([1010, 10], { on: 'card', id: id('loose') }))
    drag?.move([1014, 310], NO_KEYS)
    expect(desk.board.cards.get(id('loose'))?.at[0]).toBe(1000)
    expect(desk.tools.sketch.guides?.length).toBeGreaterThan(0)
  })

  it('is not for who may only read', () => {
    const reader = aDesk({ cards: { note: { kind: 'note', at: [0, 0] } } }, { canWrite: false })
    expect(selectTool(reader).drag?.(press([10, 10], { on: 'card', id: id('note') }))).toBeNull()
  })
})

describe('resizing a frame', () => {
  it('moves one corner and keeps the opposite one', () => {
    const start = { x: 0, y: 0, width: 400, height: 400 }
    expect(resized(start, 'bottomRight', [50, -50])).toEqual({ x: 0, y: 0, width: 450, height: 350 })
    expect(resized(start, 'topLeft', [50, 100])).toEqual({ x: 50, y: 100, width: 350, height: 300 })
  })

  it('stops at the smallest frame there may be', () => {
    const start = { x: 0, y: 0, width: 400, height: 400 }
    expect(resized(start, 'topLeft', [900, 900])).toEqual({ x: 140, y: 220, width: 260, height: 180 })
  })

  it('puts the edge in line with a card beside it and says so; with Ctrl it goes where one goes', () => {
    const desk = framed()
    const beside = desk.index.box(id('loose'))
    if (!beside) throw new Error('the card is not there')
    const hit = { on: 'corner', id: id('frame'), corner: 'bottomRight' } as const
    const drag = selectTool(desk).drag?.(press([400, 400], hit))
    drag?.move([beside.x - 3, 437], NO_KEYS)
    expect(desk.tools.sketch.resized?.box.width).toBe(beside.x)
    expect(desk.tools.sketch.guides).toContainEqual(expect.objectContaining({ axis: 'x', at: beside.x }))
    drag?.move([beside.x - 3, 437], CTRL)
    expect(desk.tools.sketch.resized?.box.width).toBe(beside.x - 3)
    expect(desk.tools.sketch.guides).toEqual([])
    drag?.cancel()
  })

  it('is one command on the drop', () => {
    const desk = framed()
    const hit = { on: 'corner', id: id('frame'), corner: 'bottomRight' } as const
    const drag = selectTool(desk).drag?.(press([400, 400], hit))
    drag?.move([500, 450], NO_KEYS)
    expect(desk.board.card(id('frame'))?.size).toEqual([400, 400])
    drag?.drop()
    expect(desk.board.card(id('frame'))?.size).toEqual([500, 450])
    expect(desk.acts()).toBe(1)
  })
})

describe('placing', () => {
  it('makes a card around the point, chooses it and opens its title', () => {
    const desk = framed()
    desk.tools.arm({ tool: 'card', blank: { kind: 'need' } })
    cardTool(desk, { kind: 'need' }).click?.(press([2000, 1000], { on: 'nothing' }))
    const made = desk.selection.only
    expect(made && desk.board.card(made)).toMatchObject({ kind: 'need', at: [1886, 938], title: '' })
    expect(desk.selection.editing).toBe(made)
    expect(desk.tools.armed).toEqual({ tool: 'select' })
  })

  it('keeps the tool in hand with Shift', () => {
    const desk = framed()
    const armed = { tool: 'card', blank: { kind: 'need' } } as const
    desk.tools.arm(armed)
    cardTool(desk, armed.blank).click?.(press([2000, 1000], { on: 'nothing' }, { ...NO_KEYS, shift: true }))
    expect(desk.tools.armed).toBe(armed)
  })

  it('does not open a title that came ready, such as that of an axis of the programme', () => {
    const desk = framed()
    const blank = { kind: 'axis', title: 'Asse 4 · Infrastrutture', fields: { axis: '4' } } as const
    cardTool(desk, blank).click?.(press([2000, 1000], { on: 'nothing' }))
    const made = desk.selection.only
    expect(made && desk.board.card(made)).toMatchObject({ title: 'Asse 4 · Infrastrutture', axis: '4' })
    expect(desk.selection.editing).toBeNull()
  })

  it('puts an action made inside a frame into the intervention', () => {
    const desk = framed()
    cardTool(desk, { kind: 'action' }).click?.(press([200, 330], { on: 'nothing' }))
    const made = desk.selection.only
    expect(made && desk.board.card(made)).toMatchObject({ kind: 'action', intervention: 'frame' })
  })

  it('puts a card on what is there, not below it as ids happen to fall; where nothing is it has no rank', () => {
    const desk = framed()
    stackCards(desk.doc, [id('need')], 'front')
    cardTool(desk, { kind: 'note' }).click?.(press([1100, 640], { on: 'nothing' }))
    const [over, under] = [desk.selection.only, id('need')]
    expect(over && topmost([over, under], { board: desk.board, chosen: new Set() })).toBe(over)
    expect(over && desk.board.card(over)?.rank).toBeGreaterThan(desk.board.card(under)?.rank ?? 0)
    cardTool(desk, { kind: 'note' }).click?.(press([3000, 3000], { on: 'nothing' }))
    expect(desk.board.card(desk.selection.only ?? under)?.rank).toBeUndefined()
  })

  it('puts copies on their originals, in the same order', () => {
    const desk = framed()
    const cards = [id('works'), id('note')]
    const session = { ...desk, view: 'board' } as unknown as BoardSession
    putCopies(session, cards, false)
    const copies = [...desk.selection.cards]
    expect(copies).toHaveLength(2)
    const lying = [...cards, ...copies].map((one) => desk.board.card(one)).sort(byHeight)
    expect(lying.slice(2).map((card) => card?.kind)).toEqual(lying.slice(0, 2).map((card) => card?.kind))
    expect(
      lying
        .slice(2)
        .map((card) => card?.id)
        .sort(),
    ).toEqual([...copies].sort())
    expect(Math.min(...lying.slice(2).map((card) => card?.rank ?? 0))).toBeGreaterThan(0)
  })

  it('draws a frame from corner to corner', () => {
    const desk = framed()
    const drag = cardTool(desk, { kind: 'zone' }).drag?.(press([2000, 1000], { on: 'nothing' }))
    drag?.move([2500, 1400], NO_KEYS)
    drag?.drop()
    const made = desk.selection.only
    expect(made && desk.board.card(made)).toMatchObject({ kind: 'zone', at: [2000, 1000], size: [500, 400] })
  })
})

describe('joining with the tool', () => {
  it('takes one card, then the other', () => {
    const desk = framed()
    const tool = linkTool(desk)
    desk.tools.arm({ tool: 'link', first: null })
    tool.click?.(press([0, 0], { on: 'card', id: id('works') }))
    expect(desk.tools.armed).toEqual({ tool: 'link', first: 'works' })
    tool.click?.(press([0, 0], { on: 'card', id: id('need') }))
    expect([...desk.board.links.values()]).toMatchObject([{ kind: 'answers', from: 'works', to: 'need' }])
    expect(desk.tools.armed).toEqual({ tool: 'select' })
  })

  it('keeps the first card when it is taken again, and lets go of it on the ground', () => {
    const desk = framed()
    const tool = linkTool(desk)
    desk.tools.arm({ tool: 'link', first: null })
    tool.click?.(press([0, 0], { on: 'card', id: id('works') }))
    tool.click?.(press([0, 0], { on: 'card', id: id('works') }))
    expect(desk.tools.armed).toEqual({ tool: 'link', first: 'works' })
    tool.click?.(press([0, 0], { on: 'nothing' }))
    expect(desk.tools.armed).toEqual({ tool: 'link', first: null })
  })

  it('can be drawn from one card to the other', () => {
    const desk = framed()
    desk.tools.arm({ tool: 'link', first: null })
    const drag = linkTool(desk).drag?.(press([1010, 610], { on: 'card', id: id('need') }))
    drag?.move([1050, 60], NO_KEYS)
    expect(desk.tools.sketch.line?.fits).toBe(true)
    drag?.drop()
    expect([...desk.board.links.values()]).toMatchObject([{ kind: 'answers', from: 'loose', to: 'need' }])
  })
})

describe('taking a link by one of its ends', () => {
  const linked = () => {
    const desk = aDesk({
      cards: {
        works: { kind: 'action', at: [0, 0] },
        need: { kind: 'need', at: [-600, 0] },
        other: { kind: 'need', at: [-600, 400] },
        fund: { kind: 'fund', at: [600, 0] },
      },
      links: [['works', 'answers', 'need']],
    })
    const [link] = desk.board.links.keys()
    if (!link) throw new Error('no link')
    return {
      desk,
      link,
      drag: selectTool(desk).drag?.(press([0, 0], { on: 'linkEnd', id: link, end: 'to' })),
    }
  }

  it('brings it to another card as one step', () => {
    const { desk, link, drag } = linked()
    drag?.move([-500, 450], NO_KEYS)
    expect(desk.tools.sketch.line?.fits).toBe(true)
    expect(desk.acts()).toBe(0)
    drag?.drop()
    expect(desk.board.links.get(link)).toMatchObject({ kind: 'answers', from: 'works', to: 'other' })
    expect(desk.acts()).toBe(1)
    expect(desk.tools.sketch).toEqual({})
  })

  it('says why where it does not fit, and leaves it as it was', () => {
    const { desk, link, drag } = linked()
    drag?.move([650, 50], NO_KEYS)
    expect(desk.tools.sketch.line?.fits).toBe(false)
    drag?.drop()
    expect(desk.board.links.get(link)).toMatchObject({ from: 'works', to: 'need' })
    expect(desk.tools.notice?.tone).toBe('trouble')
  })

  it('does nothing over no card, and when it is cancelled', () => {
    const { desk, link, drag } = linked()
    drag?.move([2000, 2000], NO_KEYS)
    drag?.drop()
    drag?.move([-500, 450], NO_KEYS)
    drag?.cancel()
    expect(desk.board.links.get(link)).toMatchObject({ to: 'need' })
    expect(desk.acts()).toBe(0)
  })
})

describe('cards that are locked or grouped', () => {
  it('keeps a locked card in its place and says so, and moves the others', () => {
    const desk = framed()
    lockCards(desk.doc, [id('loose')], true)
    const alone = selectTool(desk).drag?.(press([1010, 10], { on: 'card', id: id('loose') }))
    alone?.move([1300, 300], CTRL)
    alone?.drop()
    expect(desk.board.card(id('loose'))?.at).toEqual([1000, 0])
    expect(desk.tools.notice?.text).toContain('bloccata')
    desk.selection.choose([id('loose'), id('need')])
    const both = selectTool(desk).drag?.(press([1010, 610], { on: 'card', id: id('need') }))
    both?.move([1110, 660], CTRL)
    both?.drop()
    expect(desk.board.card(id('loose'))?.at).toEqual([1000, 0])
    expect(desk.board.card(id('need'))?.at).toEqual([1100, 650])
  })

  it('chooses a group with one click, one of it with another, and moves it together', () => {
    const desk = framed()
    const tool = selectTool(desk)
    groupCards(desk.doc, [id('loose'), id('need')], true)
    tool.click?.(press([0, 0], { on: 'card', id: id('need') }))
    expect([...desk.selection.cards].sort()).toEqual(['loose', 'need'])
    tool.click?.(press([0, 0], { on: 'card', id: id('need') }))
    expect([...desk.selection.cards]).toEqual(['need'])
    desk.selection.clear()
    const drag = tool.drag?.(press([1010, 10], { on: 'card', id: id('loose') }))
    drag?.move([1110, 60], CTRL)
    drag?.drop()
    expect(desk.board.card(id('need'))?.at).toEqual([1100, 650])
  })
})
