import { describe, expect, it } from 'vitest'
import { fileName, formatById, FORMATS } from '../../../shared/formats/index.ts'
import { describeFormat } from '../../contracts/format.ts'

FORMATS.forEach(describeFormat)

describe('the list of formats', () => {
  it('has those of the public contract, by the names used in addresses', () => {
    expect(FORMATS.map((format) => format.id)).toEqual([
      'dossier.docx',
      'dossier.odt',
      'operations.csv',
      'workbook.xlsx',
      'workbook.ods',
      'needs.csv',
      'cup.csv',
      'opencoesione.csv',
      'annex-v.zip',
      'puc.zip',
      'plan.json',
      'board.json',
    ])
    expect(formatById('plan.json')?.mediaType).toBe('application/json')
    expect(formatById('plan.xml')).toBeNull()
  })

  it('names files by board, content and day', () => {
    const csv = formatById('operations.csv')
    if (!csv) throw new Error('operations.csv is not in the list')
    const of = (title: string): string =>
      fileName({ plan: { title }, exportedAt: '2026-11-22T23:59:00Z' }, csv)
    expect(of('Quartieri Connessi')).toBe('quartieri-connessi_operazioni_2026-11-22.csv')
    expect(of('HUB dell’innovazione inclusiva')).toBe(
      'hub-dell-innovazione-inclusiva_operazioni_2026-11-22.csv',
    )
    expect(of('  Città Più Vicina ')).toBe('citta-piu-vicina_operazioni_2026-11-22.csv')
    expect(of('')).toBe('tavolo_operazioni_2026-11-22.csv')
  })
})
