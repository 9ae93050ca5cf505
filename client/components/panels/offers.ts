import type { Card, FieldsOf, Kind } from '../../../shared/board/card.ts'
import { axisInTitle, fundInTitle } from '../../../shared/programme/from-title.ts'
import type { Programme } from '../../../shared/programme/programme.ts'
import { m } from '../../paraglide/messages.js'
import type { Offer } from '../ui/offer.ts'
import { axisName, sourceWord } from './words.ts'

/** The axes and funds of the programme that have no card yet, for choosers of those kinds. */
export function programmeOffers(
  programme: Programme,
  cards: Iterable<Card>,
  kinds: readonly Kind[],
): Offer[] {
  const there = [...cards]
  const note = m.chooser_from_programme()
  const axes = programme.axes
    .filter(({ code }) => !there.some((card) => card.kind === 'axis' && card.axis === code))
    .map((axis): Offer => ({
      kind: 'axis',
      title: axisName(programme, axis),
      fields: { axis: axis.code },
      note,
    }))
  const funds = programme.funds
    .filter(({ source }) => !there.some((card) => card.kind === 'fund' && card.fund === source))
    .map(({ source }): Offer => ({
      kind: 'fund',
      title: sourceWord(programme, source),
      fields: { fund: source },
      note,
    }))
  return [...axes, ...funds].filter((offer) => kinds.includes(offer.kind))
}

type Told = FieldsOf<'axis'> & FieldsOf<'fund'>

/** What an offer says of the card to make: its fields, or which axis or fund of the programme its title names. */
export const fieldsOfOffer = (programme: Programme, { kind, title, fields }: Offer): FieldsOf<Kind> =>
  fields ?? toldByTitle(programme, kind, title)

/** What the title of an axis or fund card has come to say and nobody stated yet; null when there is nothing to add. */
export function completionOf(programme: Programme, card: Card): Told | null {
  const open =
    (card.kind === 'axis' && card.axis === undefined) || (card.kind === 'fund' && card.fund === undefined)
  const told = open ? toldByTitle(programme, card.kind, card.title) : {}
  return Object.keys(told).length > 0 ? told : null
}

function toldByTitle(programme: Programme, kind: Kind, title: string): Told {
  const axis = kind === 'axis' ? axisInTitle(programme, title) : undefined
  const fund = kind === 'fund' ? fundInTitle(programme, title) : undefined
  return { ...(axis !== undefined && { axis }), ...(fund !== undefined && { fund }) }
}
