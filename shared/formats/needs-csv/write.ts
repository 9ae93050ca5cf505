import type { Need } from '../../plan/plan.ts'
import { bookOf } from '../dossier/book.ts'
import { csvBytes, csvCents, csvDay, csvWords, type CsvColumn } from '../csv-table.ts'
import type { ExportInput } from '../format.ts'
import { named } from '../words.ts'

const FATES: Readonly<Record<Need['fate']['kind'], string>> = {
  raised: 'Raccolto',
  merged: 'Unito a un altro',
  answered: 'Ha una risposta',
  financed: 'Finanziato',
  notTakenUp: 'Non accolto',
}

/** `needs.csv`: every need with who said it and what became of it, one a row, in Italian: to give an account of. */
export function writeNeeds(input: ExportInput): Uint8Array {
  const { plan, authors, options } = input
  const book = bookOf(plan, authors)
  const funds = new Map(plan.funds.map((fund) => [fund.id, named(fund)]))
  const columns: readonly CsvColumn<Need>[] = [
    { heading: 'Bisogno', cell: (need) => csvWords(need.title) },
    { heading: 'Testo', cell: (need) => csvWords(need.text) },
    { heading: 'Chi lo dice', cell: (need) => csvWords(need.source) },
    { heading: 'Scritto da', cell: ({ id }) => csvWords(authors.get(id)?.name) },
    { heading: 'Organizzazione', cell: ({ id }) => csvWords(authors.get(id)?.organisation) },
    { heading: 'Scritto il', cell: ({ id }) => csvDay(authors.get(id)?.at) },
    { heading: 'Territori', cell: (need) => csvWords(need.places.join(':::')) },
    { heading: 'Destinatari', cell: (need) => csvWords(need.targetGroups.join(':::')) },
    { heading: 'Che cosa ne è', cell: ({ fate }) => csvWords(FATES[fate.kind]) },
    {
      heading: 'Unito a',
      cell: ({ fate }) => csvWords(fate.kind === 'merged' ? book.titles([fate.into])[0] : null),
    },
    {
      heading: 'Azioni che rispondono',
      cell: ({ fate }) => csvWords('actions' in fate ? book.titles(fate.actions).join(':::') : null),
    },
    { heading: 'Finanziato', cell: ({ fate }) => csvCents(fate.kind === 'financed' ? fate.cents : null) },
    {
      heading: 'Fondi',
      cell: ({ fate }) =>
        csvWords(
          fate.kind === 'financed' ? fate.funds.flatMap((id) => funds.get(id) ?? []).join(':::') : null,
        ),
    },
    {
      heading: 'Non accolto perché',
      cell: ({ fate }) => csvWords(fate.kind === 'notTakenUp' ? fate.because : null),
    },
    { heading: 'Scheda', cell: ({ id }) => csvWords(id) },
  ]
  return csvBytes(columns, plan.needs, options?.for ?? 'program')
}
