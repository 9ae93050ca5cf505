import { encodeUtf8 } from 'lib0/string'
import { csvBytes, csvWords, type CsvColumn } from '../csv-table.ts'
import { zipParts } from '../dateless-zip.ts'
import type { ExportInput } from '../format.ts'
import { versionLine } from '../version-words.ts'
import layout from './layout.json'
import { recordsOf, type PucRecord } from './records.ts'

/** Said in the archive, in the list of formats and on the screen, with the same words. */
export const PUC_LABEL = 'PUC 2.1, tracciato 2014-20, solo per una verifica preliminare'

/** How the lines of a file are put together: two regional systems differ, so it is data. */
interface Profile {
  readonly header: string
  readonly afterKey: string
  readonly footer: string
  readonly lineEnd: string
}

/**
 * `puc.zip`: the records of the Protocollo Unico di Colloquio that a plan can fill (AP00-AP04, AP06, SC00, FN00-FN03, IN00-IN01,
 * PR00-PR01), in the envelope of Sfinge 2020, and a list of the mandatory fields that are still empty.
 */
export function writePuc({ plan, version }: ExportInput): Uint8Array {
  const records = recordsOf(plan)
  return zipParts([
    ['LEGGIMI.txt', encodeUtf8(`\uFEFF${READ_ME}${version ? `${versionLine(version)}\r\n` : ''}`)],
    ['puc.txt', encodeUtf8(fileOf(records, layout.profiles.sfinge2020))],
    ['da-completare.csv', missing(records)],
  ])
}

const READ_ME = [
  `${PUC_LABEL}.`,
  'Le tabelle dei campi del PUC 3.0 (2021-27) non sono pubbliche in un testo che si sia potuto leggere: questo file non va trasmesso.',
  'puc.txt: un record per riga, nella busta di Sfinge 2020. da-completare.csv: i campi obbligatori ancora vuoti.',
  '',
].join('\r\n')

export function fileOf(records: readonly PucRecord[], profile: Profile): string {
  const rows = records.map(
    ({ structure, key, values }, at) =>
      `${structure}#${at + 1}#${[clean(key, 60), ...fieldsOf(structure).map(({ name, length }) => clean(values[name] ?? '', length))].join('|').replace('|', profile.afterKey)}#`,
  )
  const counted = (line: string): string =>
    line.replace('{rows}', String(rows.length)).replace('{next}', String(rows.length + 1))
  return [counted(profile.header), ...rows, counted(profile.footer), ''].join(profile.lineEnd)
}

interface Field {
  readonly name: string
  readonly length: number | null
  readonly mandatory: boolean
}

const FIELDS = new Map<string, readonly Field[]>(layout.records.map(({ code, fields }) => [code, fields]))

/** The fields after the key. */
const fieldsOf = (structure: string): readonly Field[] => (FIELDS.get(structure) ?? []).slice(1)

/** Separators, tabs, bullets and line ends are a space; no value is longer than its field. */
const clean = (value: string, length: number | null): string =>
  value
    .replace(/[#|\r\n\t•\u2028\u2029]+/g, ' ')
    .trim()
    .slice(0, length ?? undefined)

interface Missing {
  readonly operation: string
  /** An operation without a code is known by its card's id, which nobody reads. */
  readonly title: string
  readonly structure: string
  readonly field: string
}

const MISSING_COLUMNS: readonly CsvColumn<Missing>[] = [
  { heading: 'Operazione', cell: ({ operation }) => csvWords(operation) },
  { heading: 'Titolo', cell: ({ title }) => csvWords(title) },
  { heading: 'Struttura', cell: ({ structure }) => csvWords(structure) },
  { heading: 'Campo', cell: ({ field }) => csvWords(field) },
]

/** The mandatory fields that are still empty, for whoever completes them in a spreadsheet. */
function missing(records: readonly PucRecord[]): Uint8Array {
  const titles = new Map(
    records.flatMap(({ structure, key, values }) =>
      structure === 'AP00' ? [[key, values['TITOLO_PROGETTO'] ?? ''] as const] : [],
    ),
  )
  const rows = records.flatMap(({ structure, key, values }) =>
    fieldsOf(structure)
      .filter(({ name, mandatory }) => mandatory && (values[name] ?? '').trim() === '')
      .map(({ name }) => ({
        operation: clean(key, 60),
        title: titles.get(key) ?? '',
        structure,
        field: name,
      })),
  )
  return csvBytes(MISSING_COLUMNS, rows, 'excel')
}
