import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BoardIndex } from '../../../client/board/board-index.ts'
import { moveCards } from '../../../shared/board/commands/move-cards.ts'
import { restoreCards, trashCards } from '../../../shared/board/commands/trash-cards.ts'
import { foldFrames } from '../../../shared/board/commands/lay-cards.ts'
import { putIntoIntervention } from '../../../shared/board/commands/put-into-intervention.ts'
import { mergeNeeds, unmergeNeed } from '../../../shared/board/commands/merge-needs.ts'
import { cardsOf } from '../../../shared/board/schema.ts'
import type { CardId } from '../../../shared/ids.ts'
import { aDesk } from './desk.ts'

const id = (name: string): CardId => name as CardId
const everywhere = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 }
const table = () =>
  aDesk({
    cards: {
      need: { kind: 'need', at: [0, 0] },
      twin: { kind: 'need', at: [0, 200] },
      works: { kind: 'action', at: [400, 0] },
      frame: { kind: 'intervention', at: [380, -60], size: [300, 300] },
    },
    links: [
      ['works', 'answers', 'need'],
      ['works', 'answers', 'twin'],
    ],
  })

describe('the index of the board', () => {
  it('finds cards, frames and links where they are', () => {
    const { index } = table()
    expect(index.cards.query({ x: 10, y: 10, width: 1, height: 1 })).toEqual(['need'])
    expect(index.frames.query({ x: 390, y: 200, width: 1, height: 1 })).toEqual(['frame'])
    expect(index.links.query({ x: 310, y: 62, width: 1, height: 1 })).toHaveLength(2)
  })

  it('follows a card that moves, with its links', () => {
    const { doc, index, board } = table()
    moveCards(doc, [{ id: id('works'), to: [4000, 4000] }])
    expect(index.cards.query({ x: 410, y: 10, width: 1, height: 1 })).toEqual([])
    expect(index.cards.query({ x: 4010, y: 4010, width: 1, height: 1 })).toEqual(['works'])
    for (const link of board.linksOf(id('works'))) expect(index.links.box(link)?.width).toBeGreaterThan(3000)
  })

  it('tells where something looks different: the old place and the new one', () => {
    const { doc, index } = table()
    const boxes: number[] = []
    index.onChange((change) => boxes.push(...change.boxes.map(({ x }) => x)))
    moveCards(doc, [{ id: id('need'), to: [-4000, 0] }])
    expect(Math.min(...boxes)).toBe(-4000)
    expect(Math.max(...boxes)).toBeGreaterThanOrEqual(0)
  })

  it('takes out a card in the trash with its links, and brings both back', () => {
    const { doc, index } = table()
    trashCards(doc, [id('works')])
    expect(index.cards.box(id('works'))).toBeNull()
    expect(index.links.size).toBe(0)
    restoreCards(doc, [id('works')])
    expect(index.cards.box(id('works'))).not.toBeNull()
    expect(index.links.size).toBe(2)
  })

  it('does not draw a need that speaks through another one, nor its links', () => {
    const { doc, index } = table()
    mergeNeeds(doc, id('need'), [id('twin')])
    expect(index.cards.box(id('twin'))).toBeNull()
    expect(index.links.size).toBe(1)
    unmergeNeed(doc, id('twin'))
    expect(index.cards.box(id('twin'))).not.toBeNull()
    expect(index.links.size).toBe(2)
  })

  it('draws a merged need again when the one it speaks through goes to the trash', () => {
    const { doc, index } = table()
    mergeNeeds(doc, id('need'), [id('twin')])
    trashCards(doc, [id('need')])
    expect(index.cards.box(id('twin'))).not.toBeNull()
  })

  it('keeps one entry a card when a place has not arrived yet', () => {
    const { doc, index } = table()
    doc.transact(() => cardsOf(doc).get('need')?.delete('at'))
    expect(index.cards.query(everywhere).sort()).toEqual(['need', 'twin', 'works'])
    moveCards(doc, [{ id: id('need'), to: [50, 50] }])
    expect(index.cards.query(everywhere).sort()).toEqual(['need', 'twin', 'works'])
    expect(index.cards.box(id('need'))?.x).toBe(50)
  })

  it('knows the bounds of everything', () => {
    const { index } = table()
    expect(index.cards.bounds).toEqual({ x: 0, y: 0, width: 628, height: 324 })
    expect(aDesk().index.cards.bounds).toBeNull()
  })

  it('hides what a folded frame holds, and ends its links at the frame, until it is opened', () => {
    const { doc, index, board } = table()
    putIntoIntervention(doc, [id('works')], id('frame'))
    const [link] = board.links.keys()
    if (!link) throw new Error('no link')
    const open = index.links.box(link)
    foldFrames(doc, [id('frame')], true)
    expect(index.cards.box(id('works'))).toBeNull()
    expect(index.frames.box(id('frame'))).toEqual({ x: 380, y: -60, width: 300, height: 88 })
    expect(index.endOf(id('works'))).toBe('frame')
    expect(index.holds.get(id('frame'))).toBe(1)
    expect(index.links.box(link)).not.toEqual(open)
    // Whatever happens to it meanwhile, its links are where the frame is.
    moveCards(doc, [{ id: id('frame'), to: [2000, 0] }])
    expect(index.links.box(link)?.width).toBeGreaterThan(1500)
    foldFrames(doc, [id('frame')], false)
    expect(index.cards.box(id('works'))).not.toBeNull()
    trashCards(doc, [id('frame')])
    expect(index.cards.box(id('works'))).not.toBeNull()
  })

  it('tells that a folded frame looks different when it comes to hold more or less', () => {
    const { doc, index } = table()
    moveCards(doc, [{ id: id('works'), to: [2000, 0] }])
    foldFrames(doc, [id('frame')], true)
    const told: boolean[] = []
    index.onChange(({ boxes }) => told.push(boxes.some(({ x, y }) => x === 380 && y === -60)))
    putIntoIntervention(doc, [id('works')], id('frame'))
    expect(index.kindsIn(id('frame'))).toEqual([['action', 1]])
    trashCards(doc, [id('works')])
    expect(index.kindsIn(id('frame'))).toEqual([])
    moveCards(doc, [{ id: id('need'), to: [50, 50] }])
    expect(told).toEqual([true, true, false])
  })

  it('folds a zone over what lies in it, and nothing that is put there later', () => {
    const { doc, index } = aDesk({
      cards: {
        zone: { kind: 'zone', at: [0, 0], size: [600, 400] },
        note: { kind: 'note', at: [20, 80] },
        late: { kind: 'note', at: [2000, 80] },
      },
    })
    foldFrames(doc, [id('zone')], true)
    moveCards(doc, [{ id: id('late'), to: [20, 80] }])
    expect(index.cards.query(everywhere)).toEqual(['late'])
    foldFrames(doc, [id('zone')], false)
    expect([...index.cards.query(everywhere)].sort()).toEqual(['late', 'note'])
  })
})

describe('the lines of the board', () => {
  const between = () =>
    aDesk({
      cards: {
        fund: { kind: 'fund', at: [700, 0] },
        action: { kind: 'action', at: [0, 0] },
        axis: { kind: 'axis', at: [350, 900] },
        aside: { kind: 'note', at: [350, 2000] },
      },
      links: [['fund', 'finances', 'action']],
    })

  it('go around a card that is put between their ends, and straight again when it is taken away', () => {
    const { doc, index, board } = between()
    const [link] = board.linksOf(id('fund'))
    const told: number[] = []
    index.onChange(({ boxes }) => told.push(boxes.filter(({ width }) => width > 400).length))
    const plain = link && index.path(link)
    expect(plain?.lane).toBeUndefined()
    moveCards(doc, [{ id: id('axis'), to: [350, 0] }])
    expect(link && index.path(link)?.lane).toBeDefined()
    trashCards(doc, [id('axis')])
    expect(link && index.path(link)).toEqual(plain)
    // Both times the line looks different, which whoever draws it is told.
    expect(told).toEqual([1, 1])
  })

  it('are not touched by what moves elsewhere', () => {
    const { doc, index, board } = between()
    const [link] = board.linksOf(id('fund'))
    const plain = link && index.path(link)
    moveCards(doc, [{ id: id('aside'), to: [360, 2100] }])
    expect(link && index.path(link)).toBe(plain)
  })

  it('are the same for everybody, by whatever way the cards came where they are', () => {
    const names = ['fund', 'action', 'axis', 'aside']
    const place = fc.tuple(fc.integer({ min: -600, max: 600 }), fc.integer({ min: -600, max: 600 }))
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), place), { maxLength: 12 }), (moves) => {
        const { doc, index, board } = between()
        const [link] = board.linksOf(id('fund'))
        for (const [name, to] of moves) {
          if (link) index.path(link)
          moveCards(doc, [{ id: id(name), to }])
        }
        expect(link && index.path(link)).toEqual(link && new BoardIndex(board).path(link))
      }),
    )
  })
})
