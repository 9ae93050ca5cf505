import { encodeUtf8 } from 'lib0/string'
import type { FundSource } from '../../board/card.ts'
import type { CardId } from '../../ids.ts'
import { decimalOf, sum, type Cents } from '../../money.ts'
import type { Action, FundingRow, Plan } from '../../plan/plan.ts'
import { fundName } from '../../programme/fund-name.ts'
import { neutral } from '../csv-cells.ts'
import type { ExportInput } from '../format.ts'
import { cupClassOf } from '../cup-class.ts'
import { leadsOf, publicName, publicTaxCode } from '../leads.ts'
import { unionPart } from '../union-share.ts'
import list from './columns.json'

/**
 * `opencoesione.csv`: the columns of OpenCoesione's extended list that a plan can fill, in the order of all 199; the others are
 * empty. `;`, every value in quotes, decimal comma, days as `yyyyMMdd`, as the list is published. An action a row.
 */
export function writeOpenCoesione(input: ExportInput): Uint8Array {
  const { plan, options } = input
  const excel = options?.for === 'excel'
  const rates = new Map(
    plan.funds.flatMap(({ id, euRate }) => (euRate === null ? [] : [[id, euRate] as const])),
  )
  const rows = plan.actions.map((action) => {
    const values = valuesOf(action, plan, rates, input.exportedAt)
    return list.columns.map((name) => values[name] ?? '')
  })
  const quoted = (cell: string): string => {
    const shown = excel ? neutral(cell) : cell
    return cell === '' ? '' : `"${shown.replaceAll('"', '""')}"`
  }
  const text = [list.columns, ...rows].map((row) => row.map(quoted).join(';')).join('\r\n')
  return encodeUtf8(`\uFEFF${text}\r\n`)
}

type Values = Readonly<Record<string, string>>

function valuesOf(
  action: Action,
  plan: Plan,
  rates: ReadonlyMap<CardId, number>,
  exportedAt: string,
): Values {
  const { programme, city } = plan
  const own = action.funding.filter((row) => row.programme === programme.id)
  const first = Number(programme.cci.slice(0, 4))
  const cycle = Number.isInteger(first) ? `${first}-${first + 6}` : ''
  const axes = programme.axes.filter((axis) => action.axes.some(({ code }) => code === axis.code))
  const objectives = distinct(action.axes.map((axis) => axis.specificObjective))
  const known = new Map(
    programme.axes.flatMap((axis) => axis.specificObjectives).map((one) => [one.code, one.title]),
  )
  return {
    COD_LOCALE_PROGETTO: action.operationCode ?? '',
    CUP: action.cup ?? '',
    OC_TITOLO_PROGETTO: oneLine(action.title),
    OC_SINTESI_PROGETTO: oneLine(action.summary),
    OC_DESCR_CICLO: cycle === '' ? '' : `Ciclo di programmazione ${cycle}`,
    FONDO_COMUNITARIO: distinct(
      own.map(({ source }) => (isUnion(source) ? fundName(programme, source).it : null)),
    ).join(AND),
    OC_CODICE_PROGRAMMA: programme.cci,
    OC_DESCRIZIONE_PROGRAMMA: programme.title,
    OC_COD_CATEGORIA_SPESA: distinct(
      action.classifications.map(({ dimension, code }) => (dimension === 'interventionField' ? code : null)),
    ).join(AND),
    OC_ARTICOLAZIONE_PROGRAMMA: action.axes.length > 0 ? programme.axisWord.it.toUpperCase() : '',
    OC_SUBARTICOLAZIONE_PROGRAMMA: objectives.length > 0 ? 'OBIETTIVO SPECIFICO' : '',
    OC_COD_ARTICOLAZ_PROGRAMMA: axes.map(({ code }) => code).join(AND),
    OC_DESCR_ARTICOLAZ_PROGRAMMA: axes.map(({ title }) => title).join(AND),
    OC_COD_SUBARTICOLAZ_PROGRAMMA: objectives.join(AND),
    OC_DESCR_SUBARTICOLAZ_PROGRAMMA: objectives.map((code) => known.get(code) ?? '').join(AND),
    ...cupColumns(action),
    COD_COMUNE: city?.istat ?? '',
    DEN_COMUNE: city?.name.toUpperCase() ?? '',
    ...moneyOf(action, own, rates),
    OC_DATA_INIZIO_PROGETTO: dayOf(action.start),
    OC_DATA_FINE_PROGETTO_PREVISTA: dayOf(action.end),
    ...subjectsOf(action, plan),
    ...indicatorsOf(action),
    DATA_AGGIORNAMENTO: dayOf(exportedAt),
  }
}

const AND = ':::'
const isUnion = (source: FundSource | null): boolean => source === 'ERDF' || source === 'ESF'
const distinct = (values: readonly (string | null)[]): string[] =>
  [...new Set(values)].filter((value): value is string => value !== null && value !== '').sort()
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
const dayOf = (iso: string | null): string => iso?.slice(0, 10).replaceAll('-', '') ?? ''
const amountOf = (cents: Cents): string => (cents === 0 ? '' : decimalOf(cents).replace('.', ','))

/** The Union's part and the State's only where a fund card says the Union's share; otherwise they are not known apart. */
function moneyOf(action: Action, own: readonly FundingRow[], rates: ReadonlyMap<CardId, number>): Values {
  const of = (...sources: (FundSource | null)[]): Cents =>
    sum(own.filter((row) => sources.includes(row.source)).map((row) => row.cents))
  const union = own.filter(({ source }) => isUnion(source))
  const apart = union.length > 0 && union.every(({ fund }) => rates.has(fund))
  const part = (source: FundSource): Cents =>
    sum(
      own.filter((row) => row.source === source).map((row) => unionPart(row.cents, rates.get(row.fund) ?? 0)),
    )
  const [erdf, esf] = apart ? [part('ERDF'), part('ESF')] : [0, 0]
  const nobody = of('private', 'thirdSector')
  return {
    FINANZ_UE: amountOf(erdf + esf),
    FINANZ_UE_FESR: amountOf(erdf),
    FINANZ_UE_FSE: amountOf(esf),
    FINANZ_STATO_FONDO_DI_ROTAZIONE: apart ? amountOf(sum(union.map((row) => row.cents)) - erdf - esf) : '',
    FINANZ_STATO_ALTRI_PROVVEDIMENTI: amountOf(of('national')),
    FINANZ_REGIONE: amountOf(of('regional')),
    FINANZ_COMUNE: amountOf(of('municipal')),
    FINANZ_PRIVATO: amountOf(nobody),
    FINANZ_DA_REPERIRE: amountOf(action.toCoverCents),
    FINANZ_TOTALE_PUBBLICO: amountOf(sum(own.map((row) => row.cents)) - nobody),
  }
}

function subjectsOf(action: Action, plan: Plan): Values {
  const [inside, outside] = [leadsOf(action, plan, 'insideLead'), leadsOf(action, plan, 'outsideLead')]
  const beneficiaries = inside.length > 0 ? inside : outside
  return {
    OC_CODFISC_BENEFICIARIO: beneficiaries.map(publicTaxCode).join(AND).replace(/^:+$/, ''),
    OC_DENOM_BENEFICIARIO: beneficiaries.map(publicName).join(AND),
    OC_TOTALE_BENEFICIARI: beneficiaries.length > 0 ? String(beneficiaries.length) : '',
    OC_CODFISC_ATTUATORE: outside.map(publicTaxCode).join(AND).replace(/^:+$/, ''),
    OC_DENOM_ATTUATORE: outside.map(publicName).join(AND),
    OC_TOTALE_ATTUATORI: outside.length > 0 ? String(outside.length) : '',
  }
}

/** The list has room for four. */
function indicatorsOf({ indicators }: Action): Values {
  const four = indicators.slice(0, 4).map(({ code, label, unit, target }, at): Values => ({
    [`COD_INDICATORE_${at + 1}`]: code ?? '',
    [`DESCR_INDICATORE_${at + 1}`]: oneLine(label),
    [`UNITA_MISURA_INDICATORE_${at + 1}`]: unit ?? '',
    [`PROGRAMMATO_INDICATORE_${at + 1}`]: target === undefined ? '' : String(target).replace('.', ','),
  }))
  const total = { OC_TOTALE_INDICATORI: indicators.length > 0 ? String(indicators.length) : '' }
  return Object.assign({}, total, ...four) as Values
}

function cupColumns(action: Action): Values {
  const { nature, type, sector, subsector, category } = cupClassOf(action)
  return {
    CUP_COD_NATURA: nature.code,
    CUP_DESCR_NATURA: nature.words.toUpperCase(),
    CUP_COD_TIPOLOGIA: type.code,
    CUP_DESCR_TIPOLOGIA: type.words.toUpperCase(),
    CUP_COD_SETTORE: sector.code,
    CUP_DESCR_SETTORE: sector.words.toUpperCase(),
    CUP_COD_SOTTOSETTORE: subsector.code,
    CUP_DESCR_SOTTOSETTORE: subsector.words.toUpperCase(),
    CUP_COD_CATEGORIA: category.code,
    CUP_DESCR_CATEGORIA: category.words.toUpperCase(),
  }
}
