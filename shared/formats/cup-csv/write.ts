import type { Nature } from '../../board/card.ts'
import type { Action } from '../../plan/plan.ts'
import { csvBytes, csvCents, csvDay, csvWords, type CsvColumn } from '../csv-table.ts'
import type { ExportInput } from '../format.ts'
import { cupClassOf, type CupPart } from '../cup-class.ts'
import { leadsOf } from '../leads.ts'

/**
 * The nature of the CUP classification that fits what an action is, a proposal while nobody chose: works are 03, services 02. Codes and names:
 * `programme/data/lists` and docs/formats.md.
 */
const NATURE: Readonly<Record<Nature, string>> = {
  material: '03 Realizzazione di lavori pubblici (opere ed impiantistica)',
  immaterial: '02 Acquisto o realizzazione di servizi',
  digital: '02 Acquisto o realizzazione di servizi',
}

/** `03 Realizzazione di lavori pubblici`; empty where nobody chose. */
const partWords = ({ code, words }: CupPart): string => `${code} ${words}`.trim()

/** `cup.csv`: what the request of a Codice Unico di Progetto asks, as far as the table knows it, an action a row. */
export function writeCup(input: ExportInput): Uint8Array {
  const { plan, options } = input
  const { city, programme } = plan
  const columns: readonly CsvColumn<Action>[] = [
    { heading: 'CUP già richiesto', cell: ({ cup }) => csvWords(cup) },
    { heading: 'Denominazione del progetto', cell: ({ title }) => csvWords(title) },
    { heading: 'Descrizione', cell: ({ summary }) => csvWords(summary) },
    {
      heading: 'Natura',
      cell: (action) =>
        csvWords(
          partWords(cupClassOf(action).nature) || (action.nature && `${NATURE[action.nature]} (proposta)`),
        ),
    },
    { heading: 'Tipologia', cell: (action) => csvWords(partWords(cupClassOf(action).type)) },
    { heading: 'Settore', cell: (action) => csvWords(partWords(cupClassOf(action).sector)) },
    { heading: 'Sottosettore', cell: (action) => csvWords(partWords(cupClassOf(action).subsector)) },
    { heading: 'Categoria', cell: (action) => csvWords(partWords(cupClassOf(action).category)) },
    { heading: 'Costo del progetto', cell: ({ costCents }) => csvCents(costCents) },
    {
      heading: 'Finanziamento',
      cell: (action) => csvCents(action.funding.length > 0 ? action.fundedCents : null),
    },
    {
      heading: 'Fonti',
      cell: ({ funding }) => csvWords([...new Set(funding.map((row) => row.fundTitle))].join(':::')),
    },
    { heading: 'Programma', cell: () => csvWords(`${programme.title} (${programme.cci})`) },
    { heading: 'Comune', cell: () => csvWords(city?.name) },
    { heading: 'Codice ISTAT del comune', cell: () => csvWords(city?.istat) },
    { heading: 'Territori', cell: ({ places }) => csvWords(places.join(':::')) },
    {
      heading: 'Soggetto titolare',
      cell: (action) =>
        csvWords(
          leadsOf(action, plan, 'insideLead')
            .map((one) => one.title)
            .join(':::'),
        ),
    },
    {
      heading: 'Codice fiscale del titolare',
      cell: (action) =>
        csvWords(
          leadsOf(action, plan, 'insideLead')
            .flatMap((one) => one.taxCode ?? [])
            .join(':::'),
        ),
    },
    { heading: 'Inizio', cell: ({ start }) => csvDay(start) },
    { heading: 'Fine', cell: ({ end }) => csvDay(end) },
    { heading: 'Codice operazione', cell: ({ operationCode }) => csvWords(operationCode) },
    { heading: 'Scheda', cell: ({ id }) => csvWords(id) },
  ]
  return csvBytes(columns, plan.actions, options?.for ?? 'program')
}
