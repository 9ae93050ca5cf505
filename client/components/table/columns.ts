import type { Card, CardOf, FieldsOf, Kind } from '../../../shared/board/card.ts'
import { editCard, editText } from '../../../shared/board/commands/edit-card.ts'
import { putIntoIntervention } from '../../../shared/board/commands/put-into-intervention.ts'
import { DIMENSIONS, type Dimension } from '../../../shared/board/fields.ts'
import { LIMITS } from '../../../shared/board/schema.ts'
import { italianDate, readDate, type MonthEdge } from '../../../shared/dates.ts'
import type { CardId } from '../../../shared/ids.ts'
import { euro, readMoney, type Cents } from '../../../shared/money.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { CodeListId } from '../../../shared/programme/code-index.ts'
import type { Submission } from '../../../shared/programme/programme.ts'
import { DIMENSION_NAMES } from '../../../shared/programme/words.ts'
import { m } from '../../paraglide/messages.js'
import { getLocale } from '../../paraglide/runtime.js'
import type { BoardSession } from '../../session/board-session.svelte.ts'
import { capital, classify, codeOf } from '../codes/classify.ts'
import { fateSentence } from '../panels/fate.ts'
import { moneyProblem } from '../ui/money-problem.ts'
import {
  axisOptions,
  designLevelOptions,
  natureOptions,
  partnerTypeOptions,
  sourceOptions,
} from '../panels/words.ts'
import type { Choice, Column } from './column.ts'
import { indicatorColumn } from './indicator-column.ts'
import { objectiveColumn } from './objective-column.ts'

/** The kinds that have a table, in the order of reading. */
export const TABLE_KINDS: readonly Kind[] = [
  'need',
  'action',
  'intervention',
  'axis',
  'fund',
  'partner',
  'context',
  'note',
]

/** The columns of a kind, the title first. `titleOf` names a card that another speaks of. */
export function columnsOf(kind: Kind, plan: Plan, titleOf: (id: CardId) => string): readonly Column[] {
  const rest = REST[kind]?.(plan, titleOf) ?? []
  return [titleColumn(kind), ...rest]
}

type Make = (plan: Plan, titleOf: (id: CardId) => string) => readonly Column[]

const tags = (): readonly Column[] => [
  listColumn('targetGroups', m.field_targets()),
  listColumn('places', m.field_places()),
]

const REST: { readonly [K in Kind]?: Make } = {
  need: (plan, titleOf) => {
    const needs = new Map(plan.needs.map((need) => [need.id, need]))
    const fate = (card: Card): string => {
      const need = needs.get(card.id)
      return need ? fateSentence(need.fate, titleOf) : ''
    }
    return [textColumn('source', m.field_source()), ...tags(), shown('fate', m.table_fate(), fate, '260px')]
  },
  action: (plan) => {
    const actions = new Map(plan.actions.map((action) => [action.id, action]))
    const cents = (card: Card): Cents => actions.get(card.id)?.fundedCents ?? 0
    const frames = plan.interventions.map(({ id, title }) => ({ value: id, label: title || m.untitled() }))
    return [
      choiceColumn('nature', m.field_nature(), natureOptions()),
      dateColumn('start', m.field_start(), 'first'),
      dateColumn('end', m.field_end(), 'last'),
      moneyColumn('costCents', m.field_cost()),
      sum('funded', m.table_funded(), cents),
      textColumn('operationCode', m.field_operation_code()),
      {
        ...choiceColumn('intervention', m.field_intervention(), frames),
        write(session, card, value) {
          session.act((doc) => putIntoIntervention(doc, [card.id], value === '' ? null : (value as CardId)))
          return null
        },
      },
      choiceColumn('designLevel', m.field_design_level(), designLevelOptions()),
      ...tags(),
      objectiveColumn(plan),
      indicatorColumn('output', m.table_outputs()),
      indicatorColumn('result', m.table_results()),
      textColumn('cup', m.field_cup()),
      ...codeColumns(plan.programme.submission.lists),
    ]
  },
  intervention: (plan) => {
    const frames = new Map(plan.interventions.map((one) => [one.id, one]))
    return [
      ...tags(),
      sum('total', m.total(), (card) => frames.get(card.id)?.totalCents ?? 0),
      sum('toCover', m.table_to_cover(), (card) => frames.get(card.id)?.toCoverCents ?? 0),
      textColumn('arrangementDesign', m.arrangement_design()),
      textColumn('arrangementRecipients', m.arrangement_recipients()),
      textColumn('arrangementTiming', m.arrangement_timing()),
    ]
  },
  axis: (plan) => {
    const cents = new Map(plan.ledger.byAxis.map((row) => [row.key, row.cents]))
    return [
      choiceColumn('axis', plan.programme.axisWord[getLocale()], axisOptions(plan.programme), '280px'),
      sum('total', m.total(), (card) => (card.kind === 'axis' && card.axis && cents.get(card.axis)) || 0),
    ]
  },
  fund: (plan) => {
    const funds = new Map(plan.funds.map((fund) => [fund.id, fund]))
    return [
      choiceColumn('fund', m.field_fund_source(), sourceOptions(plan.programme)),
      moneyColumn('ceilingCents', m.field_ceiling()),
      sum('assigned', m.table_assigned(), (card) => funds.get(card.id)?.assignedCents ?? 0),
    ]
  },
  partner: () => [
    choiceColumn('partnerType', m.field_partner_type(), partnerTypeOptions()),
    textColumn('sector', m.field_sector()),
    textColumn('taxCode', m.field_tax_code()),
    textColumn('runts', m.field_runts()),
    textColumn('contact', m.field_contact()),
  ],
  context: () => [
    textColumn('programme', m.field_programme()),
    moneyColumn('cents', m.table_amount()),
    dateColumn('start', m.field_start(), 'first'),
    dateColumn('end', m.field_end(), 'last'),
    ...tags(),
    textColumn('operationCode', m.field_operation_code()),
  ],
}

function titleColumn(kind: Kind): Column {
  return {
    key: 'title',
    label: m.field_title(),
    words: true,
    // It stays in sight while the others are pushed sideways: on a narrow screen it leaves them room.
    width: `minmax(min(${kind === 'note' ? '420px, 75vw' : '300px, 45vw'}), 1.4fr)`,
    text: ({ title }) => title,
    write(session, card, value) {
      session.act((doc) =>
        editText(doc, card.id, 'title', value.replace(/\s+/g, ' ').trim().slice(0, LIMITS.title)),
      )
      return null
    },
  }
}

/** A plain field of a card, whatever its kind: the column is only made for kinds that have it. */
const fieldOf = (card: Card, key: string): unknown => (card as unknown as Record<string, unknown>)[key]

function set(session: BoardSession, card: Card, key: string, value: unknown): null {
  type Fields = { [F in keyof FieldsOf<Kind>]?: FieldsOf<Kind>[F] | undefined }
  const inferred = card.kind === 'action' ? notInferred(card, key) : {}
  session.act((doc) => editCard(doc, card.id, { [key]: value, ...inferred } as Fields))
  return null
}

/** What somebody states is no longer inferred. */
function notInferred(card: CardOf<'action'>, key: string): FieldsOf<'action'> | { inferred?: undefined } {
  const left = card.inferred?.filter((one) => one !== key)
  return left?.length === card.inferred?.length
    ? {}
    : { inferred: left && left.length > 0 ? left : undefined }
}

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const textColumn = (key: string, label: string): Column => ({
  key,
  label,
  words: true,
  width: '180px',
  text: (card) => wordOf(fieldOf(card, key)),
  write: (session, card, value) => set(session, card, key, value.trim().slice(0, LIMITS.text) || undefined),
})

const shown = (key: string, label: string, text: Column['text'], width = '160px'): Column => ({
  key,
  label,
  width,
  text,
})

const centsOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

const sum = (key: string, label: string, cents: (card: Card) => Cents): Column => ({
  key,
  label,
  width: '150px',
  amount: true,
  text: (card) => (cents(card) === 0 ? '' : euro(cents(card))),
  order: cents,
})

const moneyColumn = (key: string, label: string): Column => ({
  ...sum(key, label, (card) => centsOf(fieldOf(card, key)) ?? 0),
  text(card) {
    const cents = centsOf(fieldOf(card, key))
    return cents === undefined ? '' : euro(cents)
  },
  write(session, card, value) {
    if (value.trim() === '') return set(session, card, key, undefined)
    const reading = readMoney(value)
    return reading.ok ? set(session, card, key, reading.cents) : moneyProblem(reading.reason)
  },
})

const dateColumn = (key: string, label: string, edge: MonthEdge): Column => ({
  key,
  label,
  width: '120px',
  text: (card) => italianDate(wordOf(fieldOf(card, key))),
  order: (card) => wordOf(fieldOf(card, key)),
  write(session, card, value) {
    if (value.trim() === '') return set(session, card, key, undefined)
    const reading = readDate(value, edge)
    return reading.ok ? set(session, card, key, reading.date) : m.field_date_not_a_date()
  },
})

const SEPARATOR = /\s*[;,]\s*/

const listColumn = (key: string, label: string): Column => {
  const listOf = (card: Card): readonly string[] =>
    (fieldOf(card, key) as readonly string[] | undefined) ?? []
  return {
    key,
    label,
    words: true,
    width: '200px',
    text: (card) => listOf(card).join(', '),
    write(session, card, value) {
      const words = [...new Set(value.split(SEPARATOR).filter(Boolean))].slice(0, LIMITS.listItems)
      return set(
        session,
        card,
        key,
        words.length > 0 ? words.map((word) => word.slice(0, LIMITS.text)) : undefined,
      )
    },
  }
}

/** A code in each dimension that has a list. */
const codeColumns = (lists: Submission['lists']): readonly Column[] =>
  DIMENSIONS.flatMap((dimension) => {
    const list = lists[dimension]
    return list === undefined ? [] : [codeColumn(dimension, list)]
  })

const codeColumn = (dimension: Dimension, codes: CodeListId): Column => ({
  key: dimension,
  label: capital(DIMENSION_NAMES[dimension][getLocale()]),
  width: '190px',
  codes,
  text: (card) => (card.kind === 'action' && codeOf(card, dimension)) || '',
  write(session, card, value) {
    const code = value.trim().slice(0, LIMITS.text) || undefined
    if (card.kind === 'action') session.act((doc) => classify(doc, card, dimension, code))
    return null
  },
})

const choiceColumn = (key: string, label: string, choices: readonly Choice[], width = '170px'): Column => ({
  key,
  label,
  width,
  choices,
  chosen: (card) => wordOf(fieldOf(card, key)),
  text: (card) => choices.find(({ value }) => value === fieldOf(card, key))?.label ?? '',
  write: (session, card, value) => set(session, card, key, value === '' ? undefined : value),
})
