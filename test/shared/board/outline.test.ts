import { describe, expect, it } from 'vitest'
import { inReadingOrder, outlineOf } from '../../../shared/board/outline.ts'
import { aBoard, cardId } from '../../builders/a-board.ts'

describe('the outline', () => {
  it('lists frames with their actions, then loose actions, then the rest, each from top to bottom', () => {
    const { board } = aBoard({
      cards: {
        note: { kind: 'note', at: [0, -500] },
        lower: { kind: 'intervention', at: [0, 900], size: [400, 400] },
        upper: { kind: 'intervention', at: [500, 100], size: [400, 400] },
        second: { kind: 'action', at: [520, 300], intervention: 'upper' },
        first: { kind: 'action', at: [520, 160], intervention: 'upper' },
        alone: { kind: 'action', at: [0, 0] },
        need: { kind: 'need', at: [0, 200] },
        zone: { kind: 'zone', at: [-50, 250], size: [300, 300] },
      },
    })
    const outline = outlineOf(board())
    expect(outline.interventions.map(({ frame, actions }) => [frame.id, actions.map((a) => a.id)])).toEqual([
      ['upper', ['first', 'second']],
      ['lower', []],
    ])
    expect(outline.looseActions.map((card) => card.id)).toEqual(['alone'])
    expect(outline.others.map((card) => card.id)).toEqual(['note', 'need', 'zone'])
  })

  it('reads a row from left to right and settles equal places by id', () => {
    const at = (id: string, x: number, y: number) => ({ id: cardId(id), at: [x, y] as const })
    const order = inReadingOrder([at('b', 5, 5), at('right', 9, 0), at('a', 5, 5), at('left', 1, 0)])
    expect(order.map((card) => card.id)).toEqual(['left', 'right', 'a', 'b'])
  })

  it('holds an action whose frame is in the trash among the loose ones', () => {
    const { board, doc } = aBoard({
      cards: {
        frame: { kind: 'intervention', size: [400, 400] },
        action: { kind: 'action', intervention: 'frame' },
      },
    })
    doc.getMap<import('yjs').Map<unknown>>('cards').get('frame')?.set('deleted', true)
    const outline = outlineOf(board())
    expect(outline.interventions).toEqual([])
    expect(outline.looseActions.map((card) => card.id)).toEqual(['action'])
  })

  it('leaves no card out and names none twice', () => {
    const { board } = aBoard({
      cards: {
        frame: { kind: 'intervention', size: [400, 400] },
        action: { kind: 'action', intervention: 'frame' },
        axis: { kind: 'axis' },
        fund: { kind: 'fund' },
        partner: { kind: 'partner' },
        context: { kind: 'context' },
      },
    })
    const { interventions, looseActions, others } = outlineOf(board())
    const all = [
      ...interventions.flatMap(({ frame, actions }) => [frame, ...actions]),
      ...looseActions,
      ...others,
    ]
    expect(all.map((card) => card.id).sort()).toEqual([...board().cards.keys()].sort())
  })
})
