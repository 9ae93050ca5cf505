import type { CardId } from '../../ids.ts'
import { euro } from '../../money.ts'
import type { Need, Plan } from '../../plan/plan.ts'
import type { Authors } from '../format.ts'
import { table, type Block } from './blocks.ts'
import { italianDate, named } from './words.ts'

/** Needs with who raised them and what became of them; those merged into one stand under it. */
export function needsTable(needs: readonly Need[], plan: Plan, authors: Authors): Block {
  return table({
    widths: [37, 28, 35],
    long: true,
    head: ['Bisogno', 'Chi lo ha portato', 'Che cosa ne è'],
    rows: needs.map((need) => [
      [named(need), ...tagsOf(need)].join('\n'),
      [need, ...mergedOf(need, plan)].map((one) => originOf(one, authors)).join('\n'),
      fateOf(need, plan),
    ]),
  })
}

/** Needs that no intervention answers: the plan says what became of these too. */
export function otherNeeds(plan: Plan): Need[] {
  const told = new Set<CardId>(plan.interventions.flatMap((one) => one.needs))
  return plan.needs.filter((need) => need.fate.kind !== 'merged' && !told.has(need.id))
}

const tagsOf = ({ targetGroups, places }: Need): string[] => {
  const tags = [...targetGroups, ...places].join(' · ')
  return tags ? [tags] : []
}

const mergedOf = (need: Need, plan: Plan): Need[] => plan.needs.filter((one) => need.merged.includes(one.id))

function originOf(need: Need, authors: Authors): string {
  const author = authors.get(need.id)
  const who = author && [author.name, author.organisation].filter((part) => part.trim() !== '').join(', ')
  const card = author && `scheda di ${who || 'chi non ha lasciato il nome'}, ${italianDate(author.at)}`
  const origin = [need.source, card].filter(Boolean).join('; ') || 'non indicato'
  return origin.charAt(0).toUpperCase() + origin.slice(1)
}

function fateOf(need: Need, plan: Plan): string {
  const { fate } = need
  const titles = (ids: readonly CardId[]): string =>
    plan.actions
      .filter((action) => ids.includes(action.id))
      .map(named)
      .join('; ')
  switch (fate.kind) {
    case 'financed':
      return `Finanziato: ${titles(fate.actions)} (${euro(fate.cents)})`
    case 'answered':
      return `Risponde: ${titles(fate.actions)}; senza finanziamento`
    case 'notTakenUp':
      return `Non accolto: ${fate.because}`
    case 'merged':
      return 'Unito a un altro bisogno'
    case 'raised':
      return 'Raccolto; nessuna azione risponde ancora'
  }
}
