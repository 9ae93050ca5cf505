import { euro, type Cents } from '../../money.ts'
import type { Action, DeclaredCheck, FundingRow, Ledger, LedgerSum, Plan } from '../../plan/plan.ts'
import { chapter, heading, table, type Block, type CellLike } from './blocks.ts'
import { named } from '../words.ts'
import { amount, right } from './cells.ts'

/** Row by row, which fund pays which action under which axis. */
export const fundingTable = (actions: readonly Action[], total: Cents, plan: Plan): Block =>
  table({
    widths: [42, 25, 14, 19],
    head: ['Azione', 'Fondo', plan.programme.axisWord.it, right('Importo')],
    rows: actions.flatMap((action) =>
      action.funding.length === 0
        ? [[named(action), { text: 'Nessun finanziamento', as: 'quiet' as const }, '–', amount(null)]]
        : action.funding.map((row) => [
            named(action),
            fundOf(row, plan),
            row.axis ?? 'non ripartito',
            amount(row.cents),
          ]),
    ),
    total: ['Totale', '', '', amount(total)],
  })

function fundOf(row: FundingRow, { programme }: Plan): string {
  const years = Object.entries(row.years).map(([year, cents]) => `${year}: ${euro(cents)}`)
  const other = row.programme === programme.id ? [] : [row.programme]
  return [row.fundTitle.trim() || 'Senza titolo', ...other, ...years].join('\n')
}

export const declaredTable = (rows: readonly DeclaredCheck[]): Block =>
  table({
    widths: [40, 20, 20, 20],
    head: ['Voce', right('Dichiarato'), right('Calcolato'), right('Non spiegato')],
    rows: rows.map((row) => [
      row.label.trim() || 'Senza nome',
      amount(row.cents),
      amount(row.computedCents),
      amount(row.unexplainedCents),
    ]),
  })

/** The money of the whole plan: the same euros by fund, by axis, by intervention and, where said, by year. */
export function ledgerChapter({ ledger, programme }: Plan): Block[] {
  const axis = programme.axisWord.it
  const { totalCents } = ledger
  return [
    ...chapter('Quadro finanziario'),
    ...coverage(ledger),
    ...byFund(ledger),
    ...sums(
      `Per ${axis.toLowerCase()}`,
      axis,
      ledger.byAxis.map((one) => withAxisTitle(one, programme)),
      totalCents,
    ),
    ...sums(
      `Per fondo e ${axis.toLowerCase()}`,
      `Fondo e ${axis.toLowerCase()}`,
      ledger.byFundAndAxis,
      totalCents,
    ),
    ...(ledger.byIntervention.length > 1
      ? sums('Per intervento', 'Intervento', ledger.byIntervention, totalCents)
      : []),
    ...(ledger.byYear.some((one) => one.key !== null)
      ? sums('Per anno', 'Anno', ledger.byYear, totalCents)
      : []),
  ]
}

/** Ceilings have columns only where somebody stated one. */
function byFund({ byFund: rows, totalCents }: Ledger): Block[] {
  if (!rows.some((one) => one.ceilingCents !== null)) return sums('Per fondo', 'Fondo', rows, totalCents)
  return [
    heading(2, 'Per fondo'),
    table({
      widths: [40, 20, 20, 20],
      head: ['Fondo', right('Assegnato'), right('Tetto'), right('Disponibile')],
      rows: rows.map((one) => [
        named(one),
        amount(one.cents),
        amount(one.ceilingCents),
        amount(one.ceilingCents === null ? null : one.ceilingCents - one.cents),
      ]),
      total: ['Totale', amount(totalCents), '', ''],
    }),
  ]
}

/** Costs against financing; money of others only where there is some. */
function coverage(ledger: Ledger): Block[] {
  const optional = (label: string, cents: Cents): CellLike[][] => (cents > 0 ? [[label, amount(cents)]] : [])
  const { contextCents, totalCents } = ledger
  return [
    heading(2, 'Copertura'),
    table({
      widths: [70, 30],
      head: ['Voce', right('Importo')],
      rows: [
        ['Costo delle azioni', amount(ledger.costCents)],
        ['Finanziato', amount(totalCents)],
        ['Da coprire', amount(ledger.toCoverCents)],
        ...optional('Finanziato oltre il costo', ledger.overFinancedCents),
        ...optional('Interventi in corso con altre risorse, fuori dal totale', contextCents),
      ],
      ...(contextCents > 0 && { total: ['Tutte le fonti', amount(totalCents + contextCents)] }),
    }),
  ]
}

function withAxisTitle(one: LedgerSum<string | null>, { axes }: Plan['programme']): SumRow {
  const known = axes.find((axis) => axis.code === one.key)
  return { cents: one.cents, title: known ? `${one.title} · ${known.title}` : one.title }
}

type SumRow = Pick<LedgerSum<unknown>, 'title' | 'cents'>

const sums = (title: string, head: string, rows: readonly SumRow[], total: Cents): Block[] =>
  rows.length === 0
    ? []
    : [
        heading(2, title),
        table({
          widths: [70, 30],
          head: [head, right('Importo')],
          rows: rows.map((one) => [named(one), amount(one.cents)]),
          total: ['Totale', amount(total)],
        }),
      ]
