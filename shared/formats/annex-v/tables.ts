import type { FundSource } from '../../board/card.ts'
import type { Dimension, Indicator } from '../../board/fields.ts'
import { sum, type Cents } from '../../money.ts'
import { groupedBy } from '../../plan/grouped-by.ts'
import { byYear } from '../../plan/ledger.ts'
import type { Action, FundingRow, Plan } from '../../plan/plan.ts'
import { fundName } from '../../programme/fund-name.ts'
import { csvCents, csvWords, type CsvCell, type CsvColumn } from '../csv-table.ts'

/** A table of the Annex: what it is called, and its cells by what they hold. */
export interface AnnexTable {
  readonly number: number
  readonly title: string
  /** Of the list, without its ending. */
  readonly file: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly CsvCell[])[]
}

/** One action under one axis and one fund, with what its row of money says: the unit of every table. */
interface Line {
  readonly priority: string
  readonly fund: FundSource | null
  readonly objective: string
  readonly action: Action
  readonly cents: Cents
}

/**
 * The tables of the programme template (Regulation (EU) 2021/1060, Annex V) that a plan can add to, by their numbers. Names and
 * columns from memory, to be settled with the Official Journal.
 */
export function annexTables(plan: Plan): readonly AnnexTable[] {
  const lines = linesOf(plan)
  const byAction = groupedBy(lines, ({ action }) => [action])
  const base = baseColumns(plan)
  const indicators = (type: 'output' | 'result') =>
    filled(
      [...base, ...indicatorColumns(type)],
      plan.actions.flatMap((action) =>
        action.indicators
          .filter((one) => one.type === type)
          .flatMap((one) => placesOf(action, byAction.get(action) ?? []).map((line) => ({ ...line, one }))),
      ),
    )
  return [
    { ...named(2, 'Indicatori di output', 'indicatori-di-output'), ...indicators('output') },
    { ...named(3, 'Indicatori di risultato', 'indicatori-di-risultato'), ...indicators('result') },
    ...DIMENSIONS.map(([number, title, file, dimension]) => ({
      ...named(number, title, file),
      ...filled(codeColumns(base), codeRows(lines, dimension)),
    })),
    { ...named(10, 'Dotazioni per anno', 'dotazioni-per-anno'), ...years(plan) },
    { ...named(11, 'Dotazioni per fondo', 'dotazioni-per-fondo'), ...funds(plan, lines) },
  ]
}

const named = (number: number, title: string, file: string) => ({
  number,
  title,
  file: `tabella-${String(number).padStart(2, '0')}-${file}`,
})

const filled = <Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]) => ({
  head: columns.map(({ heading }) => heading),
  rows: rows.map((row) => columns.map((column) => column.cell(row))),
})

const DIMENSIONS: readonly (readonly [number: number, title: string, file: string, dimension: Dimension])[] =
  [
    [4, 'Dimensione 1: settore di intervento', 'dimensione-1-settore-di-intervento', 'interventionField'],
    [5, 'Dimensione 2: forma di finanziamento', 'dimensione-2-forma-di-finanziamento', 'formOfSupport'],
    [6, 'Dimensione 3: territoriale', 'dimensione-3-territoriale', 'territory'],
    [7, 'Dimensione 6: temi secondari FSE+', 'dimensione-6-temi-secondari-fse', 'secondaryTheme'],
    [8, 'Dimensione 7: parità di genere', 'dimensione-7-parita-di-genere', 'genderEquality'],
  ]

/** Money of other programmes is not in a programme's tables. */
function linesOf(plan: Plan): Line[] {
  return plan.actions.flatMap((action) =>
    action.funding
      .filter((row) => row.programme === plan.programme.id)
      .map((row) => ({
        priority: row.axis ?? '',
        fund: row.source,
        objective: objectiveOf(action, row),
        action,
        cents: row.cents,
      })),
  )
}

const objectiveOf = (action: Action, row: FundingRow): string =>
  [...new Set(action.axes.flatMap((axis) => (axis.code === row.axis ? (axis.specificObjective ?? []) : [])))]
    .sort()
    .join(':::')

/** Where an action's indicators stand: once for each priority, fund and objective that pays it, or nowhere yet. */
function placesOf(action: Action, own: readonly Line[]): Line[] {
  const first = new Map(own.map((line) => [`${line.priority} ${line.fund} ${line.objective}`, line]))
  return own.length > 0
    ? [...first.values()]
    : [{ priority: '', fund: null, objective: '', action, cents: 0 }]
}

const indicatorColumns = (
  type: 'output' | 'result',
): readonly CsvColumn<Line & { readonly one: Indicator }>[] => [
  { heading: 'ID', cell: ({ one }) => csvWords(one.code) },
  { heading: 'Indicatore', cell: ({ one }) => csvWords(one.label) },
  { heading: 'Unità di misura', cell: ({ one }) => csvWords(one.unit) },
  ...(type === 'output'
    ? [{ heading: 'Target intermedio (2024)', cell: () => null }]
    : [
        { heading: 'Valore di base', cell: () => null },
        { heading: 'Anno di riferimento', cell: () => null },
      ]),
  {
    heading: 'Target finale (2029)',
    cell: ({ one }) => (one.target === undefined ? null : { number: one.target }),
  },
  { heading: 'Azione', cell: ({ action }) => csvWords(action.title) },
]

const baseColumns = ({ programme }: Plan): readonly CsvColumn<Line>[] => [
  { heading: 'Priorità', cell: ({ priority }) => csvWords(priority) },
  { heading: 'Fondo', cell: ({ fund }) => csvWords(fund && fundName(programme, fund).it) },
  // The city decides it, and the programme says of which category each is.
  { heading: 'Categoria di regione', cell: () => null },
  { heading: 'Obiettivo specifico', cell: ({ objective }) => csvWords(objective) },
]

interface CodeRow extends Line {
  readonly code: string
  readonly known: boolean
}

const codeColumns = (base: readonly CsvColumn<Line>[]): readonly CsvColumn<CodeRow>[] => [
  ...base,
  { heading: 'Codice', cell: ({ code }) => csvWords(code) },
  { heading: 'Importo (EUR)', cell: ({ cents, known }) => csvCents(known ? cents : null) },
  {
    heading: 'Nota',
    cell: ({ known }) => csvWords(known ? null : 'importo non ripartito tra più codici della stessa azione'),
  },
]

/** One row a priority, fund, objective and code; the amount of an action with several codes is not shared out by us. */
function codeRows(lines: readonly Line[], dimension: Dimension): CodeRow[] {
  const rows = new Map<string, CodeRow>()
  for (const line of lines) {
    const codes = [
      ...new Set(
        line.action.classifications.flatMap((one) => (one.dimension === dimension ? one.code.trim() : [])),
      ),
    ].filter((code) => code !== '')
    for (const code of codes) {
      const known = codes.length === 1
      const key = JSON.stringify([line.priority, line.fund, line.objective, code, known])
      const cents = (rows.get(key)?.cents ?? 0) + line.cents
      rows.set(key, { ...line, code, known, cents })
    }
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

const years = ({ ledger, programme }: Plan) =>
  filled<(typeof ledger.byYear)[number]>(
    [
      { heading: 'Anno', cell: ({ key }) => csvWords(key ?? 'non ripartito') },
      { heading: 'Importo (EUR)', cell: ({ cents }) => csvCents(cents) },
    ],
    byYear(ledger.rows.filter((row) => row.programme === programme.id)),
  )

function funds(plan: Plan, lines: readonly Line[]) {
  const groups = new Map<string, Line>()
  for (const line of lines) {
    const key = JSON.stringify([line.priority, line.fund])
    groups.set(key, { ...line, cents: (groups.get(key)?.cents ?? 0) + line.cents })
  }
  const rows = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)
  const [priority, fund, region] = baseColumns(plan)
  const total: Line | undefined = rows[0] && {
    ...rows[0],
    priority: 'Totale',
    fund: null,
    cents: sum(rows.map((row) => row.cents)),
  }
  return filled<Line>(
    [
      ...[priority, fund, region].flatMap((column) => column ?? []),
      { heading: 'Totale (EUR)', cell: ({ cents }) => csvCents(cents) },
    ],
    total ? [...rows, total] : rows,
  )
}
