import { describe, expect, it } from 'vitest'
import { completionOf, fieldsOfOffer, programmeOffers } from '../../../client/components/panels/offers.ts'
import type { CardId } from '../../../shared/ids.ts'
import { aBoard, aProgramme, type CardSpec } from '../../builders/a-board.ts'

const pon = aProgramme('pon-metro-2014-2020')

describe('an offer', () => {
  it('is the axis or the fund that its title names', () => {
    expect(fieldsOfOffer(pon, { kind: 'axis', title: 'Asse 3' })).toEqual({ axis: '3' })
    expect(fieldsOfOffer(pon, { kind: 'fund', title: 'FSE 2026' })).toEqual({ fund: 'ESF' })
    expect(fieldsOfOffer(pon, { kind: 'need', title: 'Asse 3' })).toEqual({})
    expect(fieldsOfOffer(pon, { kind: 'axis', title: 'Asse 3', fields: { axis: '4' } })).toEqual({
      axis: '4',
    })
  })
})

describe('what a programme offers', () => {
  it('are its axes and funds that have no card yet, of the kinds asked for', () => {
    const { cards } = aBoard({
      cards: { one: { kind: 'axis', axis: '3' }, two: { kind: 'fund', fund: 'ESF' } },
    }).board()
    const axes = programmeOffers(pon, cards.values(), ['axis'])
    expect(axes.map((offer) => offer.fields)).toEqual(
      pon.axes.filter((axis) => axis.code !== '3').map((axis) => ({ axis: axis.code })),
    )
    expect(programmeOffers(pon, cards.values(), ['fund']).map((offer) => offer.title)).toEqual(['FESR'])
    expect(programmeOffers(pon, cards.values(), ['need', 'action'])).toEqual([])
  })
})

describe('the title of an axis or a fund', () => {
  const told = (spec: CardSpec): unknown => {
    const card = aBoard({ cards: { one: spec } })
      .board()
      .cards.get('one' as CardId)
    return card && completionOf(pon, card)
  }

  it('says which one it is', () => {
    expect(told({ kind: 'axis', title: 'Asse 4' })).toEqual({ axis: '4' })
    expect(told({ kind: 'fund', title: 'FESR' })).toEqual({ fund: 'ERDF' })
  })

  it('adds nothing to what somebody stated, and nothing where it says nothing', () => {
    expect(told({ kind: 'axis', title: 'Asse 4', axis: '1' })).toBeNull()
    expect(told({ kind: 'fund', title: 'Risorse' })).toBeNull()
    expect(told({ kind: 'need', title: 'Asse 4' })).toBeNull()
  })
})
