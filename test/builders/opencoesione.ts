import { LAYOUTS } from '../../shared/formats/opencoesione/layouts.ts'

/** What a row of the list says where it matters; the other columns are empty, as many are in the real one. */
export interface Row {
  readonly title: string
  readonly city: string
  readonly theme: string
  readonly amount: string
}

const COLUMNS = 199
const NAMED = [...new Set((LAYOUTS[0]?.columns ?? []).flatMap(([, ...theirs]) => theirs))]
const HEADINGS = [...NAMED, ...Array.from({ length: COLUMNS - NAMED.length }, (_, at) => `COLONNA_${at}`)]

/** The extended list of OpenCoesione, 199 columns, as it is published: `;`, quotes, decimal comma, days without separators. */
export const extendedList = (rows: readonly Row[]): string =>
  [HEADINGS, ...rows.map(cellsOf)].map((cells) => cells.map(quoted).join(';')).join('\r\n')

export const CITIES = ['NAPOLI', 'MILANO', 'REGGIO DI CALABRIA']
export const THEMES = ['Inclusione sociale e salute', 'Occupazione e lavoro', 'Trasporti e mobilità']

/** Rows as a list has them, over three cities and three themes. */
export const manyRows = (count: number): Row[] =>
  Array.from({ length: count }, (_, at) => ({
    title: `Intervento ${at + 1}: accoglienza e attività "di quartiere"`,
    city: CITIES[at % CITIES.length] ?? '',
    theme: THEMES[at % THEMES.length] ?? '',
    amount: `${1000 + at},50`,
  }))

function cellsOf({ title, city, theme, amount }: Row, at: number): string[] {
  const values: Readonly<Record<string, string>> = {
    OC_TITOLO_PROGETTO: title,
    OC_SINTESI_PROGETTO: 'Sostegno alle persone in difficoltà, con più servizi.',
    OC_DESCRIZIONE_PROGRAMMA: 'PON FSE INCLUSIONE',
    OC_FINANZ_TOT_PUB_NETTO: amount,
    OC_DATA_INIZIO_PROGETTO: '20240115',
    OC_DATA_FINE_PROGETTO_PREVISTA: '20261231',
    DEN_COMUNE: city,
    OC_TEMA_SINTETICO: theme,
    COD_LOCALE_PROGETTO: `1AGCOE${at + 1}`,
    OC_LINK: `https://opencoesione.gov.it/progetti/1agcoe${at + 1}/`,
    OC_STATO_PROGETTO: 'In corso',
  }
  return HEADINGS.map((heading) => values[heading] ?? '')
}

const quoted = (cell: string): string => (cell === '' ? '' : `"${cell.replaceAll('"', '""')}"`)
