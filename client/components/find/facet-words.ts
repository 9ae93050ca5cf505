import type { Kind } from '../../../shared/board/card.ts'
import type { CardId } from '../../../shared/ids.ts'
import { CHECKS } from '../../../shared/plan/checks/index.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { kindLabel } from '../../board/kinds.ts'
import { FACETS, type CardFacets, type Facet } from '../../find/facets.ts'
import { m } from '../../paraglide/messages.js'
import { getLocale } from '../../paraglide/runtime.js'

export const FACET_WORDS: Readonly<Record<Facet, () => string>> = {
  kind: m.filter_kind,
  axis: m.filter_axis,
  fund: m.filter_fund,
  place: m.filter_place,
  target: m.filter_target,
  author: m.filter_author,
  finding: m.filter_finding,
}

/** How a value of a facet is called. */
export function valueWord(plan: Plan, facet: Facet, value: string): string {
  switch (facet) {
    case 'kind':
      return kindLabel(value as Kind)
    case 'axis': {
      const card = plan.axes.find(({ code, id }) => code === value || id === value)
      if (card?.code === value) return `${plan.programme.axisWord[getLocale()]} ${value}`
      return card?.title || m.untitled()
    }
    case 'fund':
      return plan.funds.find(({ id }) => id === (value as CardId))?.title || m.untitled()
    case 'finding':
      return CHECKS.find(({ id }) => id === value)?.title[getLocale()] ?? value
    case 'place':
    case 'target':
    case 'author':
      return value
  }
}

export interface Offered {
  readonly facet: Facet
  readonly values: readonly { readonly value: string; readonly word: string; readonly count: number }[]
}

/** The facets that tell cards of this table apart, with how many cards answer each value, the most first. */
export function offeredFacets(plan: Plan, facets: ReadonlyMap<CardId, CardFacets>): readonly Offered[] {
  return FACETS.map((facet) => {
    const counts = new Map<string, number>()
    for (const card of facets.values())
      for (const value of card[facet]) counts.set(value, (counts.get(value) ?? 0) + 1)
    const values = [...counts]
      .map(([value, count]) => ({ value, count, word: valueWord(plan, facet, value) }))
      .sort((a, b) => b.count - a.count || a.word.localeCompare(b.word, getLocale()))
    return { facet, values }
  }).filter(({ values }) => values.length > 0)
}
