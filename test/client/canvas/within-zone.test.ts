import { describe, expect, it } from 'vitest'
import { zoneSums, type Sums } from '../../../client/board/within-zone.ts'
import { boardOf } from '../../../shared/board/board.ts'
import { foldFrames } from '../../../shared/board/commands/lay-cards.ts'
import { moveCards } from '../../../shared/board/commands/move-cards.ts'
import type { CardId } from '../../../shared/ids.ts'
import { planOf } from '../../../shared/plan/plan-of.ts'
import { aProgramme } from '../../builders/a-board.ts'
import { aDesk } from './desk.ts'

const ZONE = 'zone' as CardId
const LOOSE = 'loose' as CardId

/** A zone around an intervention of two actions and a loose action; another action lies outside. */
function table() {
  const desk = aDesk({
    cards: {
      zone: { kind: 'zone', at: [0, 0], size: [1400, 900] },
      frame: { kind: 'intervention', at: [50, 80], size: [700, 400] },
      works: { kind: 'action', at: [70, 150], intervention: 'frame' },
      service: { kind: 'action', at: [400, 150], intervention: 'frame' },
      loose: { kind: 'action', at: [900, 150] },
      outside: { kind: 'action', at: [3000, 0] },
      four: { kind: 'axis', at: [5000, 0], axis: '4' },
      three: { kind: 'axis', at: [5000, 200], axis: '3' },
      one: { kind: 'axis', at: [5000, 400], axis: '1' },
      erdf: { kind: 'fund', at: [6000, 0] },
    },
    links: [
      ['works', 'programmedUnder', 'four'],
      ['service', 'programmedUnder', 'three'],
      ['loose', 'programmedUnder', 'one'],
      ['outside', 'programmedUnder', 'one'],
      ['erdf', 'finances', 'works', { cents: 100_00 }],
      ['erdf', 'finances', 'service', { cents: 20_50 }],
      ['erdf', 'finances', 'loose', { cents: 3_07 }],
      ['erdf', 'finances', 'outside', { cents: 900_00 }],
    ],
  })
  const sums = (id = ZONE): Sums | null => {
    const { actions, interventions } = planOf(boardOf(desk.doc), aProgramme())
    const byId = <T extends { readonly id: CardId }>(items: readonly T[]) =>
      new Map(items.map((one) => [one.id, one]))
    return zoneSums(desk.board, desk.index, id, {
      actions: byId(actions),
      interventions: byId(interventions),
    })
  }
  return { ...desk, sums }
}

describe('what a zone holds', () => {
  it('is the interventions and the loose actions that lie in it, each action once', () => {
    expect(table().sums()).toEqual({ axes: ['1', '3', '4'], totalCents: 123_57 })
  })

  it('leaves out what was moved out of it', () => {
    const { doc, sums } = table()
    moveCards(doc, [{ id: LOOSE, to: [1300, 150] }])
    expect(sums()).toEqual({ axes: ['3', '4'], totalCents: 120_50 })
  })

  it('is the same when it is folded, wherever that lies then', () => {
    const { doc, index, sums } = table()
    foldFrames(doc, [ZONE], true)
    moveCards(doc, [{ id: ZONE, to: [9000, 9000] }])
    expect(sums()).toEqual({ axes: ['1', '3', '4'], totalCents: 123_57 })
    expect(Object.fromEntries(index.kindsIn(ZONE))).toEqual({ intervention: 1, action: 1 })
    expect(Object.fromEntries(index.kindsIn('frame' as CardId))).toEqual({ action: 2 })
  })

  it('is nothing for a card that is no zone', () => {
    expect(table().sums('frame' as CardId)).toBeNull()
  })
})
