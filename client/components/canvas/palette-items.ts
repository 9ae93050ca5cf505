import type { Kind } from '../../../shared/board/card.ts'
import type { Programme } from '../../../shared/programme/programme.ts'
import { kindLabel } from '../../board/kinds.ts'
import { m } from '../../paraglide/messages.js'
import { getLocale } from '../../paraglide/runtime.js'
import type { Blank } from '../../tools/toolbox.svelte.ts'

/** A card that can be taken from a menu of the palette. */
export interface Offer {
  readonly label: string
  readonly blank: Blank
}

/** The axes of the programme, each ready to be put down, and an empty one. */
export const axisOffers = (programme: Programme): readonly Offer[] => [
  ...programme.axes.map(({ code, title }) => {
    const label = `${programme.axisWord[getLocale()]} ${code} · ${typographic(title)}`
    return { label, blank: { kind: 'axis', title: label, fields: { axis: code } } satisfies Blank<'axis'> }
  }),
  { label: m.canvas_axis_other(), blank: { kind: 'axis' } },
]

/** The funds of the programme, and an empty one. */
export const fundOffers = (programme: Programme): readonly Offer[] => [
  ...programme.funds.map(({ source, name }) => {
    const label = `${name[getLocale()]} · ${programme.shortTitle}`
    return { label, blank: { kind: 'fund', title: label, fields: { fund: source } } satisfies Blank<'fund'> }
  }),
  { label: m.canvas_fund_other(), blank: { kind: 'fund' } },
]

export const kindOffer = (kind: Kind): Offer => ({ label: kindLabel(kind), blank: { kind } })

/** Packs are typed with the straight sign. */
const typographic = (text: string): string => text.replaceAll("'", '’')
