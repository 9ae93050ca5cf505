import type { Classification, Indicator } from '../../board/fields.ts'
import type { Action, DeclaredCheck, Intervention } from '../../plan/plan.ts'
import { DIMENSION_NAMES } from '../../programme/words.ts'
import type { ExportInput } from '../format.ts'
import { cents, number, sheet, text, type Column, type Sheet } from './sheet.ts'
import { INDICATOR_WORDS } from './words.ts'

/** What actions and interventions carry several of: indicators, codes, declared totals. A sheet only where there are any. */
export function detailSheets({ plan }: ExportInput): Sheet[] {
  const indicators = plan.actions.flatMap((action) => action.indicators.map((one) => ({ action, one })))
  const codes = plan.actions.flatMap((action) => action.classifications.map((one) => ({ action, one })))
  const interventions = new Map(plan.interventions.map((one) => [one.id, one]))
  const declared = plan.ledger.declared.map((one) => ({
    one,
    intervention: interventions.get(one.intervention),
  }))
  return [
    ...some('Indicatori', INDICATORS, indicators),
    ...some('Classificazioni', CODES, codes),
    ...some('Totali dichiarati', DECLARED, declared),
  ]
}

export const some = <Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Sheet[] =>
  rows.length === 0 ? [] : [sheet(name, columns, rows)]

type Of<T> = { readonly action: Action; readonly one: T }

const ACTION: readonly Column<{ readonly action: Action }>[] = [
  { heading: 'Azione (scheda)', width: 14, cell: ({ action }) => text(action.id) },
  { heading: 'Azione', width: 44, cell: ({ action }) => text(action.title) },
]

const INDICATORS: readonly Column<Of<Indicator>>[] = [
  ...ACTION,
  { heading: 'Tipo', width: 14, cell: ({ one }) => text(INDICATOR_WORDS[one.type]) },
  { heading: 'Codice', width: 14, cell: ({ one }) => text(one.code) },
  { heading: 'Che cosa si conta', width: 50, cell: ({ one }) => text(one.label) },
  { heading: 'Unità', width: 14, cell: ({ one }) => text(one.unit) },
  { heading: 'Valore obiettivo', width: 16, cell: ({ one }) => number(one.target) },
]

const CODES: readonly Column<Of<Classification>>[] = [
  ...ACTION,
  { heading: 'Dimensione', width: 26, cell: ({ one }) => text(DIMENSION_NAMES[one.dimension].it) },
  { heading: 'Codice', width: 14, cell: ({ one }) => text(one.code) },
]

const DECLARED: readonly Column<{
  readonly one: DeclaredCheck
  readonly intervention: Intervention | undefined
}>[] = [
  { heading: 'Intervento (scheda)', width: 14, cell: ({ one }) => text(one.intervention) },
  { heading: 'Intervento', width: 36, cell: ({ intervention }) => text(intervention?.title) },
  { heading: 'Voce', width: 32, cell: ({ one }) => text(one.label) },
  { heading: 'Programma', width: 24, cell: ({ one }) => text(one.programme) },
  { heading: 'Dichiarato', width: 16, cell: ({ one }) => cents(one.cents) },
  { heading: 'Calcolato', width: 16, cell: ({ one }) => cents(one.computedCents) },
  { heading: 'Non spiegato', width: 16, cell: ({ one }) => cents(one.unexplainedCents) },
]
