import { sum } from '../../money.ts'
import type { LedgerRow, LedgerSum, Plan } from '../../plan/plan.ts'
import { fundName } from '../../programme/fund-name.ts'
import type { ExportInput } from '../format.ts'
import { named } from '../words.ts'
import { some } from './details.ts'
import { cents, text, type Cell, type Column, type Sheet } from './sheet.ts'

/** The ledger row by row, then the same euros in every grouping. Totals are values, not formulas: they are those of the plan. */
export const moneySheets = ({ plan }: ExportInput): Sheet[] => [
  ...some('Quadro finanziario', rowColumns(plan), plan.ledger.rows),
  ...some('Sintesi finanziaria', SUMS, sumsOf(plan)),
]

function rowColumns(plan: Plan): readonly Column<LedgerRow>[] {
  const { programme } = plan
  const titles = new Map([...plan.actions, ...plan.interventions].map((one) => [one.id, one.title]))
  return [
    {
      heading: 'Intervento',
      width: 32,
      cell: (row) => text(row.intervention && titles.get(row.intervention)),
    },
    { heading: 'Azione (scheda)', width: 14, cell: (row) => text(row.action) },
    { heading: 'Azione', width: 44, cell: (row) => text(titles.get(row.action)) },
    { heading: 'Fondo', width: 28, cell: (row) => text(row.fundTitle) },
    { heading: 'Fonte', width: 20, cell: (row) => text(fundName(programme, row.source).it) },
    {
      heading: 'Programma',
      width: 26,
      cell: ({ programme: of }) => text(of === programme.id ? programme.shortTitle : of),
    },
    { heading: programme.axisWord.it, width: 14, cell: (row) => text(row.axis ?? 'non ripartito') },
    { heading: 'Importo', width: 16, cell: (row) => cents(row.cents) },
  ]
}

interface SumRow {
  readonly group: string
  readonly title: string
  readonly amount: Cell
  readonly ceiling: Cell
}

const SUMS: readonly Column<SumRow>[] = [
  { heading: 'Raggruppamento', width: 24, cell: ({ group }) => text(group) },
  { heading: 'Voce', width: 50, cell: ({ title }) => text(title) },
  { heading: 'Importo', width: 16, cell: ({ amount }) => amount },
  { heading: 'Tetto', width: 16, cell: ({ ceiling }) => ceiling },
]

function sumsOf({ ledger, programme }: Plan): SumRow[] {
  if (ledger.rows.length === 0 && ledger.costCents === 0) return []
  const axis = programme.axisWord.it.toLowerCase()
  const groups: readonly (readonly [string, readonly LedgerSum<unknown>[]])[] = [
    ['Per fondo', ledger.byFund],
    [`Per ${axis}`, ledger.byAxis],
    [`Per fondo e ${axis}`, ledger.byFundAndAxis],
    ['Per fonte', ledger.bySource],
    ['Per intervento', ledger.byIntervention],
    ['Per anno', ledger.byYear],
  ]
  const line = (group: string, title: string, amount: number): SumRow => ({
    group,
    title,
    amount: cents(amount),
    ceiling: null,
  })
  return [
    line('Copertura', 'Costo delle azioni', ledger.costCents),
    line('Copertura', 'Finanziato', ledger.totalCents),
    line('Copertura', 'Da coprire', ledger.toCoverCents),
    line('Copertura', 'Finanziato oltre il costo', ledger.overFinancedCents),
    line('Copertura', 'Interventi in corso con altre risorse, fuori dal totale', ledger.contextCents),
    ...groups.flatMap(([group, sums]) => [
      ...sums.map((one) => ({
        group,
        title: named(one),
        amount: cents(one.cents),
        ceiling: cents(one.ceilingCents),
      })),
      ...(sums.length > 0 ? [line(group, 'Totale', sum(sums.map((one) => one.cents)))] : []),
    ]),
  ]
}
