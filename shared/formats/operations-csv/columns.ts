import { ofKind, type Board } from '../../board/board.ts'
import type { Classification } from '../../board/fields.ts'
import type { CardId } from '../../ids.ts'
import { sum, type Cents } from '../../money.ts'
import type { Action, FundingRow, Partner, Plan } from '../../plan/plan.ts'
import { fundName } from '../../programme/fund-name.ts'
import { leadsOf, publicName, publicTaxCode } from '../leads.ts'

/** What a cell holds decides how a spreadsheet gets it; `null` is an empty cell. */
export type Cell =
  | { readonly text: string }
  | { readonly cents: Cents }
  /** Percent. */
  | { readonly rate: number }
  | null

export interface Column {
  /** Bilingual heading, verbatim. */
  readonly heading: string
  cell(operation: Operation): Cell
}

/** One row: an action with the plan it belongs to. */
export interface Operation {
  readonly action: Action
  readonly plan: Plan
  /** The Union's share of each fund card that states one. */
  readonly rates: ReadonlyMap<CardId, number>
  readonly exportedAt: string
}

/** What joins several values in one cell, as in the open data of OpenCoesione. */
const AND = ':::'

/**
 * The "Lista operazioni 2021-27" of OpenCoesione (article 49 of Regulation (EU) 2021/1060), in its order. What each cell
 * holds, and why, is settled in docs/formats.md; what the board cannot know stays empty.
 */
export const COLUMNS: readonly Column[] = [
  { heading: 'CodiceProgramma_ProgrammeID', cell: ({ plan }) => text(plan.programme.cci) },
  { heading: 'Programma_Programme', cell: ({ plan }) => text(plan.programme.title) },
  {
    heading: 'CodiceLocaleProgetto_OperationLocalIdentifier',
    cell: ({ action }) => text(action.operationCode),
  },
  { heading: 'CodiceUnicoProgetto_UniqueProjectCode', cell: ({ action }) => text(action.cup) },
  { heading: 'TitoloProgetto_OperationName', cell: ({ action }) => text(action.title) },
  { heading: 'SintesiProgetto_OperationSummary', cell: ({ action }) => text(action.summary) },
  { heading: 'DataAggiornamento_LastUpdate', cell: ({ exportedAt }) => text(exportedAt.slice(0, 10)) },
  {
    heading: 'CodiceFiscaleBeneficiario_BeneficiaryTaxCode',
    cell: (operation) => text(beneficiaries(operation).map(publicTaxCode).join(AND), AND),
  },
  {
    heading: 'NomeBeneficiario_BeneficiaryName',
    cell: (operation) => text(beneficiaries(operation).map(publicName).join(AND), AND),
  },
  { heading: 'CostoTotale_TotalCost', cell: ({ action }) => cost(action) },
  { heading: 'CostoAmmesso_TotalEligibleExpenditure', cell: (operation) => eligible(operation) },
  { heading: 'Fondo_Fund', cell: (operation) => text(fundNames(operation).join(AND)) },
  { heading: 'Ciclo_Period', cell: ({ plan }) => text(cycleOf(plan.programme.cci)) },
  {
    heading: 'CategoriaOperazione_CategoryIntervention',
    cell: ({ action }) => text(distinct(action.classifications.map(fieldOf)).join(AND)),
  },
  {
    heading: 'ObiettivoSpecifico_SpecificObjective',
    cell: ({ action }) => text(distinct(action.axes.map((axis) => axis.specificObjective)).join(AND)),
  },
  { heading: 'DataInizioOperazione_OperationStartDate', cell: ({ action }) => text(action.start) },
  { heading: 'DataFineOperazione_OperationEndDate', cell: ({ action }) => text(action.end) },
  { heading: 'TassoCofinanziamentoUE_EUCofinancingRate', cell: (operation) => rate(operation) },
  { heading: 'Paese_Country', cell: () => text('IT') },
  // Places are names of neighbourhoods; nobody writes postcodes at a table.
  { heading: 'CodicePostale_Postcode', cell: () => null },
]

/** Empty when there is nothing but the separators of nothing. */
const text = (value: string | null, separator = ''): Cell =>
  value === null || (separator === '' ? value : value.replaceAll(separator, '')) === ''
    ? null
    : { text: value }

/** The code when it is a field of intervention; the list has no column for the other dimensions. */
const fieldOf = ({ dimension, code }: Classification): string | null =>
  dimension === 'interventionField' ? code.trim() : null

/** Each once, in one order whatever the order of the links. */
const distinct = (values: readonly (string | null)[]): string[] =>
  [...new Set(values)].filter((value): value is string => value !== null && value !== '').sort()

/** Who leads inside the municipality; failing that, who leads outside. */
function beneficiaries({ action, plan }: Operation): Partner[] {
  const inside = leadsOf(action, plan, 'insideLead')
  return inside.length > 0 ? inside : leadsOf(action, plan, 'outsideLead')
}

/** As stated; while nobody said, what finances it. */
const cost = ({ costCents, funding, fundedCents }: Action): Cell =>
  costCents !== null ? { cents: costCents } : funding.length > 0 ? { cents: fundedCents } : null

/** Rows of the programme whose list this is: money of other programmes is not its expenditure. */
const ownRows = ({ action, plan }: Operation): readonly FundingRow[] =>
  action.funding.filter((row) => row.programme === plan.programme.id)

function eligible(operation: Operation): Cell {
  const rows = ownRows(operation)
  return rows.length > 0 ? { cents: sum(rows.map((row) => row.cents)) } : null
}

/** Names of the European funds, in the order of the programme; a fund card of several funds takes those of its axis. */
function fundNames(operation: Operation): string[] {
  const { programme } = operation.plan
  const sources = new Set(
    ownRows(operation).flatMap((row) =>
      row.source === 'mixed'
        ? programme.axes
            .filter((axis) => isAxisOf(row, operation.action, axis.code))
            .flatMap((axis) => axis.funds)
        : [row.source],
    ),
  )
  return (['ERDF', 'ESF'] as const)
    .filter((source) => sources.has(source))
    .map((source) => fundName(programme, source).it)
}

const isAxisOf = (row: FundingRow, action: Action, code: string): boolean =>
  row.axis === null ? action.axes.some((axis) => axis.code === code) : row.axis === code

const cycleOf = (cci: string): string => {
  const year = /^\d{4}/.exec(cci)?.[0]
  return year === undefined ? '' : `${year}-${Number(year) + 6}`
}

/** Percent of the programme's money that is the Union's, weighted by row; empty while the rate of a row is unknown. */
function rate(operation: Operation): Cell {
  const rows = ownRows(operation)
  const { rates } = operation
  const total = sum(rows.map((row) => row.cents))
  if (total <= 0 || rows.some((row) => !rates.has(row.fund))) return null
  const union = rows.reduce((share, row) => share + row.cents * (rates.get(row.fund) ?? 0), 0)
  return { rate: Math.round((union / total) * 10_000) / 100 }
}

/** Shares are on the cards, not in the plan. */
export const ratesOf = (board: Board): ReadonlyMap<CardId, number> =>
  new Map(
    ofKind(board.cards.values(), 'fund').flatMap(({ id, euRate }) =>
      euRate === undefined ? [] : [[id, euRate] as const],
    ),
  )
