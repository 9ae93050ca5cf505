import { sum } from '../../money.ts'
import { integrationOf } from '../../plan/integration.ts'
import type { Action, Intervention } from '../../plan/plan.ts'
import { fundName } from '../../programme/fund-name.ts'
import { actionSheet } from './action.ts'
import { chapter, facts, heading, leading, table, type Block } from './blocks.ts'
import type { Book } from './book.ts'
import { declaredTable, fundingTable } from './funding.ts'
import { needsTable, otherNeeds } from './needs.ts'
import { partnersTable } from './partners.ts'
import { named, period } from '../words.ts'
import { amount, right } from './cells.ts'

/** A chapter for each intervention, then one for the actions and needs that are in none. */
export const interventionSheets = (book: Book): Block[] => [
  ...book.plan.interventions.flatMap((one) => interventionSheet(one, book)),
  ...outside(book),
]

function interventionSheet(one: Intervention, book: Book): Block[] {
  const { plan } = book
  const actions = book.actionsOf(one.id)
  const needs = book.needs(one.needs)
  return [
    ...chapter(named(one), 'Intervento'),
    ...leading(one.summary),
    facts([
      ['Integrazione tra assi', integrationOf(one.axes).word.it],
      ['Fondi', one.funds.map((source) => fundName(plan.programme, source).it).join(', ') || TO_STATE],
      ['Cronoprogramma', scheduleOf(actions) || TO_STATE],
      ['Territorio', one.places.join(', ') || TO_STATE],
      ['Destinatari', one.targetGroups.join(', ') || TO_STATE],
      ['Spazi', one.spaces ? String(one.spaces).replace('.', ',') : ''],
    ]),
    heading(2, 'Come stanno insieme le azioni'),
    facts([
      ['Progettazione', one.arrangements.design || TO_AGREE],
      ['Selezione dei destinatari', one.arrangements.recipients || TO_AGREE],
      ['Tempistica', one.arrangements.timing || TO_AGREE],
    ]),
    ...section('Bisogni e chi li ha portati', needs.length, () => [needsTable(needs, book)]),
    ...section('Azioni', actions.length, () => actions.flatMap((action) => actionSheet(action, book))),
    ...section('Soggetti e impegni', one.partners.length, () => [partnersTable(actions, book)]),
    ...section('Finanziamento', actions.length, () => [fundingTable(actions, one.totalCents, plan)]),
    ...section('Totali dichiarati', one.declared.length, () => [declaredTable(book.declared(one.id))]),
    ...contexts(actions, book),
  ]
}

const TO_AGREE = { text: 'Da concordare', as: 'quiet' } as const
const TO_STATE = { text: 'Da indicare', as: 'quiet' } as const

const section = (title: string, count: number, blocks: () => Block[]): Block[] =>
  count === 0 ? [] : [heading(2, title), ...blocks()]

/** From the first start to the last end that are known. */
function scheduleOf(actions: readonly Action[]): string {
  const starts = actions.flatMap(({ start }) => start ?? []).sort()
  const ends = actions.flatMap(({ end }) => end ?? []).sort()
  return period(starts[0] ?? null, ends.at(-1) ?? null)
}

/** Money of others beside the intervention: seen, never counted. */
function contexts(actions: readonly Action[], book: Book): Block[] {
  const own = book.contexts(actions.flatMap((action) => action.complements))
  return section('Interventi in corso complementari', own.length, () => [
    table({
      widths: [44, 30, 26],
      head: ['Intervento in corso', 'Programma', right('Fuori dal totale')],
      rows: own.map((one) => [named(one), one.programme || 'Non indicato', amount(one.cents)]),
      total: ['Totale', '', amount(sum(own.map((one) => one.cents ?? 0)))],
    }),
  ])
}

function outside(book: Book): Block[] {
  const { plan } = book
  const actions = book.actionsOf(null)
  const needs = otherNeeds(plan)
  if (actions.length + needs.length === 0) return []
  const rows = actions.flatMap((action) => action.funding)
  const commitments = actions.flatMap((action) => action.partners)
  return [
    ...chapter('Fuori dagli interventi'),
    ...section('Azioni', actions.length, () => actions.flatMap((action) => actionSheet(action, book))),
    ...section('Soggetti e impegni', commitments.length, () => [partnersTable(actions, book)]),
    ...section('Finanziamento', rows.length, () => [
      fundingTable(actions, sum(rows.map((row) => row.cents)), plan),
    ]),
    ...section('Bisogni', needs.length, () => [needsTable(needs, book)]),
  ]
}
