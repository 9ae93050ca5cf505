import type { CardId } from '../../ids.ts'
import { euro } from '../../money.ts'
import type { Need, Plan } from '../../plan/plan.ts'
import { table, type Block } from './blocks.ts'
import type { Book } from './book.ts'
import { italianDate, named } from '../words.ts'

/** Needs with who raised them and what became of them; those merged into one stand under it. */
export function needsTable(needs: readonly Need[], book: Book): Block {
  return table({
    widths: [37, 28, 35],
    long: true,
    head: ['Bisogno', 'Chi lo ha portato', 'Che cosa ne è'],
    rows: needs.map((need) => [
      [named(need), need.text, ...tagsOf(need)].join('\n'),
      [need, ...mergedOf(need, book)].map((one) => originOf(one, book)).join('\n'),
      fateOf(need, book),
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

const mergedOf = (need: Need, book: Book): Need[] => need.merged.flatMap((id) => book.need(id) ?? [])

function originOf(need: Need, { authors }: Book): string {
  const author = authors.get(need.id)
  const who = author && [author.name, author.organisation].filter((part) => part.trim() !== '').join(', ')
  const card = author && `scheda di ${who || 'chi non ha lasciato il nome'}, ${italianDate(author.at)}`
  const origin = [need.source, card].filter(Boolean).join('; ') || 'non indicato'
  return origin.charAt(0).toUpperCase() + origin.slice(1)
}

function fateOf({ fate }: Need, book: Book): string {
  const titles = (ids: readonly CardId[]): string => book.titles(ids).join('; ')
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
