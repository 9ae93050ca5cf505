import type { Format, FrozenVersion } from './format.ts'

/** Every format a plan can be written in, those of the plan first. The code of each is loaded when it is asked for. */
export const FORMATS: readonly Format[] = [
  {
    id: 'dossier.docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    word: 'dossier',
    write: async (input) => (await import('./dossier-docx/write.ts')).writeDossier(input),
  },
  {
    id: 'dossier.odt',
    mediaType: 'application/vnd.oasis.opendocument.text',
    extension: 'odt',
    word: 'dossier',
    write: async (input) => (await import('./dossier-odt/write.ts')).writeOdtDossier(input),
  },
  {
    id: 'operations.csv',
    mediaType: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    word: 'operazioni',
    write: async (input) => (await import('./operations-csv/write.ts')).writeOperations(input),
  },
  {
    id: 'workbook.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    word: 'foglio',
    write: async (input) => (await import('./workbook-xlsx/write.ts')).writeXlsxWorkbook(input),
  },
  {
    id: 'workbook.ods',
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    extension: 'ods',
    word: 'foglio',
    write: async (input) => (await import('./workbook-ods/write.ts')).writeOdsWorkbook(input),
  },
  {
    id: 'needs.csv',
    mediaType: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    word: 'bisogni',
    write: async (input) => (await import('./needs-csv/write.ts')).writeNeeds(input),
  },
  {
    id: 'cup.csv',
    mediaType: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    word: 'cup',
    write: async (input) => (await import('./cup-csv/write.ts')).writeCup(input),
  },
  {
    id: 'opencoesione.csv',
    mediaType: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    word: 'opencoesione',
    write: async (input) => (await import('./opencoesione-csv/write.ts')).writeOpenCoesione(input),
  },
  {
    id: 'annex-v.zip',
    mediaType: 'application/zip',
    extension: 'zip',
    word: 'allegato-v',
    write: async (input) => (await import('./annex-v-zip/write.ts')).writeAnnexV(input),
  },
  {
    id: 'puc.zip',
    mediaType: 'application/zip',
    extension: 'zip',
    word: 'puc',
    write: async (input) => (await import('./puc-zip/write.ts')).writePuc(input),
  },
  {
    id: 'plan.json',
    mediaType: 'application/json',
    extension: 'json',
    word: 'piano',
    write: async (input) => (await import('./plan-json/write.ts')).writePlan(input),
  },
  {
    id: 'board.json',
    mediaType: 'application/json',
    extension: 'json',
    word: 'tavola',
    write: async (input) => (await import('./board-json/write.ts')).writeBoard(input),
  },
]

export const formatById = (id: string): Format | null => FORMATS.find((format) => format.id === id) ?? null

const MAX_NAME = 60

/**
 * `quartieri-connessi_operazioni_2026-11-22.csv`: the board in letters every system takes, the format's word, the day
 * (UTC) of the export. Of a version that was proposed or agreed the first letters of its fingerprint stand before the day.
 */
export function fileName(
  {
    plan,
    exportedAt,
    version,
  }: {
    readonly plan: { readonly title: string }
    readonly exportedAt: string
    readonly version?: Pick<FrozenVersion, 'state' | 'sha256'>
  },
  format: Pick<Format, 'word' | 'extension'>,
): string {
  const board = plan.title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_NAME)
    .replace(/^-+|-+$/g, '')
  const mark = version ? `${STATE_NAME[version.state]}-${version.sha256.slice(0, 8)}_` : ''
  return `${board || 'tavolo'}_${format.word}_${mark}${exportedAt.slice(0, 10)}.${format.extension}`
}

const STATE_NAME = { open: 'proposta', agreed: 'concordato', withdrawn: 'ritirata' } as const
