import type { Kind } from '../../shared/board/card.ts'
import { m } from '../paraglide/messages.js'

/** What an empty title asks for, by kind of card. */
export const TITLE_HINTS: { readonly [K in Kind]: () => string } = {
  need: m.title_of_need,
  action: m.title_of_action,
  axis: m.title_of_axis,
  fund: m.title_of_fund,
  partner: m.title_of_partner,
  context: m.title_of_context,
  intervention: m.title_of_intervention,
  note: m.title_of_note,
  zone: m.title_of_zone,
}
