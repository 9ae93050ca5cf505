import type { FundSource } from '../../board/card.ts'
import type { Dimension } from '../../board/fields.ts'
import { decimalOf, sum, type Cents } from '../../money.ts'
import type { Action, FundingRow, Plan } from '../../plan/plan.ts'
import { cupClassOf } from '../cup-class.ts'
import { leadsOf } from '../leads.ts'

/** The values of one record by the names of its fields, the key left out; what a plan does not know is empty. */
export interface PucRecord {
  readonly structure: string
  readonly key: string
  readonly values: Readonly<Record<string, string>>
}

/** Every record that the actions of a plan give, structure by structure. */
export function recordsOf(plan: Plan): PucRecord[] {
  const operations = plan.actions.map((action) => ({ action, key: keyOf(action) }))
  return Object.entries(STRUCTURES).flatMap(([structure, read]) =>
    operations.flatMap(({ action, key }) => read(action, plan).map((values) => ({ structure, key, values }))),
  )
}

/** The local code; while nobody gave one, the card's id, so that records of one action stay together. */
const keyOf = (action: Action): string => action.operationCode?.replace(/\s+/g, '') || action.id

type Read = (action: Action, plan: Plan) => readonly Readonly<Record<string, string>>[]

const ownRows = (action: Action, { programme }: Plan): readonly FundingRow[] =>
  action.funding.filter((row) => row.programme === programme.id)

const amount = (cents: Cents): string => decimalOf(cents).replace('.', ',')
const day = (iso: string | null): string => iso?.split('-').reverse().join('/') ?? ''

/** Types of classification (TC11). */
const CLASSES: Readonly<Partial<Record<Dimension, string>>> = {
  interventionField: 'CI',
  formOfSupport: 'FF',
  territory: 'TT',
  economicActivity: 'AE',
  secondaryTheme: 'DTS',
}

/** Sources of money (TC33). */
const FUNDS: Readonly<Record<FundSource, string>> = {
  ERDF: 'ERDF',
  ESF: 'ESF',
  national: 'ALTRO_NAZ',
  regional: 'FPREG',
  municipal: 'FPCOM',
  private: 'PRT',
  thirdSector: 'PRT',
  mixed: '',
}

const STRUCTURES: Readonly<Record<string, Read>> = {
  AP00: (action) => [
    {
      TITOLO_PROGETTO: action.title,
      SINTESI_PRG: action.summary,
      TIPO_OPERAZIONE: cupClassOf(action).operation,
      CUP: action.cup ?? '',
      DATA_INIZIO: day(action.start),
      DATA_FINE_PREVISTA: day(action.end),
    },
  ],
  // The procedure by which money is given is not decided at the table.
  AP01: () => [{ COD_PROC_ATT: '' }],
  AP02: ({ intervention }) => [{ COD_PRG_COMPLESSO: intervention ?? '' }],
  AP03: (action, { programme }) =>
    action.classifications.flatMap(({ dimension, code }) => {
      const type = CLASSES[dimension]
      return type === undefined
        ? []
        : [{ COD_PROGRAMMA: programme.cci, TIPO_CLASS: type, COD_CLASSIFICAZIONE: code }]
    }),
  AP04: (_, { programme }) => [{ COD_PROGRAMMA: programme.cci, STATO: '1' }],
  AP06: (action, { city }) =>
    city
      ? [
          {
            // ISTAT: three figures of the province, three of the municipality; the region is not in it.
            COD_PROVINCIA: city.istat.slice(0, 3),
            COD_COMUNE: city.istat.slice(3),
            INDIRIZZO: action.places.join(', '),
          },
        ]
      : [],
  SC00: (action, plan) => [
    ...leadsOf(action, plan, 'insideLead').map((one) => subject('2', one.taxCode, one.title, 'S')),
    ...leadsOf(action, plan, 'outsideLead').map((one) => subject('3', one.taxCode, one.title, 'N')),
  ],
  FN00: (action) =>
    action.funding.map((row) => ({
      COD_FONDO: row.source === null ? '' : FUNDS[row.source],
      // Values that mean "does not apply" in the regional systems.
      COD_NORMA: '99999',
      COD_DEL_CIPE: '99999',
      COD_LOCALIZZAZIONE: '999999999',
      IMPORTO: amount(row.cents),
    })),
  FN01: (action, plan) => {
    const rows = ownRows(action, plan)
    const axes = [...new Set(rows.map(({ axis }) => axis ?? ''))]
    return axes.map((axis) => ({
      COD_PROGRAMMA: plan.programme.cci,
      COD_LIV_GERARCHICO: axis,
      IMPORTO_AMMESSO: amount(sum(rows.filter((row) => (row.axis ?? '') === axis).map((row) => row.cents))),
    }))
  },
  FN02: ({ costCents }) => (costCents === null ? [] : [{ IMPORTO: amount(costCents) }]),
  FN03: (action) => {
    const years = new Map<string, Cents>()
    for (const row of action.funding)
      for (const [year, cents] of Object.entries(row.years)) years.set(year, (years.get(year) ?? 0) + cents)
    return [...years]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([year, cents]) => ({ ANNO_PIANO: year, IMP_DA_REALIZZARE: amount(cents) }))
  },
  IN00: ({ indicators }) =>
    indicators
      .filter(({ type }) => type === 'result')
      .map(({ code }) => ({
        TIPO_INDICATORE_DI_RISULTATO: code ? 'COM' : 'DPR',
        COD_INDICATORE: code ?? '',
      })),
  IN01: ({ indicators }) =>
    indicators
      .filter(({ type }) => type === 'output')
      .map(({ code, target }) => ({
        TIPO_INDICATORE_DI_OUTPUT: code ? 'COM' : 'DPR',
        COD_INDICATORE: code ?? '',
        VAL_PROGRAMMATO: target === undefined ? '' : String(target).replace('.', ','),
      })),
  PR00: ({ nature, start, end }) => [
    {
      // Works are carried out in phase 0306, services in 0202 (TC46).
      COD_FASE: nature === 'material' ? '0306' : nature === null ? '' : '0202',
      DATA_INIZIO_PREVISTA: day(start),
      DATA_FINE_PREVISTA: day(end),
    },
  ],
  // A plan says of no project that it has begun.
  PR01: () => [{ STATO_PROGETTO: '' }],
}

const subject = (role: string, taxCode: string | null, title: string, inside: 'S' | 'N') => ({
  COD_RUOLO_SOG: role,
  CODICE_FISCALE: taxCode?.replace(/\s+/g, '') ?? '',
  FLAG_SOGGETTO_PUBBLICO: inside,
  DENOMINAZIONE_SOG: title,
})
