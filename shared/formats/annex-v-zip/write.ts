import { encodeUtf8 } from 'lib0/string'
import { zipParts } from '../dateless-zip.ts'
import type { ExportInput } from '../format.ts'
import { versionLine } from '../version-words.ts'
import { annexTables } from './tables.ts'

const READ_ME = [
  'Tabelle del modello di programma (regolamento (UE) 2021/1060, allegato V) con i dati di questo piano.',
  'Servono all’autorità di gestione per sommarle: una città non trasmette il programma.',
  'I nomi e le colonne delle tabelle sono da verificare con la Gazzetta ufficiale.',
  'Separatore ";" e codifica UTF-8. Più valori nella stessa cella sono uniti da ":::".',
  '',
].join('\r\n')

/** `annex-v.zip`: one list a table of Annex V, for whoever adds up the plans of several cities. */
export function writeAnnexV({ plan, options, version }: ExportInput): Uint8Array {
  const tables = annexTables(plan, options?.for ?? 'program')
  return zipParts([
    ['LEGGIMI.txt', encodeUtf8(`\uFEFF${READ_ME}${version ? `${versionLine(version)}\r\n` : ''}`)],
    ...tables.map(([name, text]) => [name, encodeUtf8(text)] as const),
  ])
}
