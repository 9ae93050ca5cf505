import { encodeUtf8 } from 'lib0/string'
import { annexTables, type AnnexTable } from '../annex-v/tables.ts'
import { csvText, type CsvReader } from '../csv-table.ts'
import { zipParts } from '../dateless-zip.ts'
import type { ExportInput } from '../format.ts'
import { versionLine } from '../version-words.ts'

const READ_ME = [
  'Tabelle del modello di programma (regolamento (UE) 2021/1060, allegato V) con i dati di questo piano.',
  'Servono all’autorità di gestione per sommarle: una città non trasmette il programma.',
  'I nomi e le colonne delle tabelle sono da verificare con la Gazzetta ufficiale.',
  'Separatore ";" e codifica UTF-8. Più valori nella stessa cella sono uniti da ":::".',
  '',
].join('\r\n')

/** `annex-v.zip`: one list a table of Annex V, for whoever adds up the plans of several cities. */
export function writeAnnexV({ plan, options, version }: ExportInput): Uint8Array {
  const reader = options?.for ?? 'program'
  return zipParts([
    ['LEGGIMI.txt', encodeUtf8(`\uFEFF${READ_ME}${version ? `${versionLine(version)}\r\n` : ''}`)],
    ...annexTables(plan).map((table) => [`${table.file}.csv`, encodeUtf8(listOf(table, reader))] as const),
  ])
}

const listOf = ({ head, rows }: AnnexTable, reader: CsvReader): string =>
  csvText(
    head.map((heading, at) => ({ heading, cell: (row: AnnexTable['rows'][number]) => row[at] ?? null })),
    rows,
    reader,
  )
