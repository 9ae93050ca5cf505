import { strFromU8, unzipSync } from 'fflate'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardsOf } from '../../shared/board/schema.ts'
import type { ExportInput } from '../../shared/formats/format.ts'
import { isTrouble } from '../../shared/formats/incoming/refused.ts'
import { readSpreadsheet } from '../../shared/formats/incoming/spreadsheet.ts'
import { formatById } from '../../shared/formats/index.ts'
import { READERS } from '../../shared/formats/readers.ts'
import { MODELS } from '../../shared/models/list.ts'
import { inputOf, modelDoc, modelInput } from '../shared/formats/export-input.ts'
import { RICH_AUTHORS, richBoard } from '../shared/formats/rich-board.ts'
import { openOffice, pagesOf, textOf, type Office } from './convert.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

function write(id: string, input: ExportInput): Uint8Array | Promise<Uint8Array> {
  const format = formatById(id)
  if (!format) throw new Error(`no format is called ${id}`)
  return format.write(input)
}

const asPdf = async (name: string, input: ExportInput): Promise<string> =>
  office.convert(`${name}.docx`, await write('dossier.docx', input), 'pdf')

/** Semicolons, double quotes, UTF-8, language Italian: as a person in an Italian office opens it. */
const ITALIAN_CSV = 'Text - txt - csv (StarCalc):59,34,76,1,,1040,false,true'

describe('LibreOffice Writer', () => {
  it.each(MODELS)('opens the dossier of $id and lays out every chapter', async (model) => {
    const pdf = await asPdf(model.id, inputOf(modelDoc(model)))
    expect(await pagesOf(pdf)).toBeGreaterThanOrEqual(5)
    const text = await textOf(pdf)
    for (const words of [
      model.title,
      'Sintesi',
      'Quadro finanziario',
      'Rilievi ancora aperti',
      'pagina 2 di',
    ])
      expect(text).toContain(words)
  })

  it.each(MODELS)('opens the same dossier of $id as OpenDocument', async (model) => {
    const bytes = await write('dossier.odt', inputOf(modelDoc(model)))
    const pdf = await office.convert(`${model.id}-open.odt`, bytes, 'pdf')
    expect(await pagesOf(pdf)).toBeGreaterThanOrEqual(5)
    const text = await textOf(pdf)
    for (const words of [model.title, 'Sintesi', 'Quadro finanziario', 'Rilievi ancora aperti'])
      expect(text).toContain(words)
  })

  it('keeps amounts whole in their cells', async () => {
    const text = await textOf(await asPdf('whole', modelInput('agenzia-sociale-casa')))
    for (const amount of ['29.910.000,00', '16.510.000,00', '11.800.000,00'])
      expect(text).toMatch(new RegExp(`${amount.replaceAll('.', '\\.')}[\\s\\u00a0]€`))
  })

  it('opens a dossier that uses everything a plan can hold', async () => {
    const text = await textOf(await asPdf('rich', inputOf(richBoard(), { authors: RICH_AUTHORS })))
    for (const words of ['Soggetti e impegni', 'Fuori dagli interventi', 'Interventi in corso complementari'])
      expect(text).toContain(words)
  })
})

describe('LibreOffice Calc', () => {
  it('reads amounts of the spreadsheet list as numbers and dates as dates', async () => {
    const csv = await write('operations.csv', inputOf(richBoard(), { options: { for: 'excel' } }))
    const cells = await sheetOf(await office.convert('operations.csv', csv, 'xlsx', ITALIAN_CSV))
    expect(cells.get('E2')).toEqual({ type: 's', value: 'Recupero dell’edificio di via Capo Scardicchio' })
    expect(cells.get('J2')).toEqual({ type: 'n', value: '1200000' })
    expect(cells.get('J3')).toEqual({ type: 'n', value: '650000.5' })
    // 2 March 2026, as spreadsheets count days.
    expect(cells.get('P2')).toEqual({ type: 'n', value: '46083' })
    expect(cells.get('S2')).toEqual({ type: 's', value: 'IT' })
  })

  it('reads amounts and days of the list for the CUP as numbers and dates', async () => {
    const csv = await write('cup.csv', inputOf(richBoard(), { options: { for: 'excel' } }))
    const cells = await sheetOf(await office.convert('cup.csv', csv, 'xlsx', ITALIAN_CSV))
    expect(cells.get('I2')).toEqual({ type: 'n', value: '1200000' })
    expect(cells.get('R2')).toEqual({ type: 'n', value: '46083' })
  })

  it('runs no formula that somebody wrote as a title', async () => {
    const doc = richBoard()
    cardsOf(doc).get('lavori')?.set('title', '=1+1')
    const csv = await write('operations.csv', inputOf(doc, { options: { for: 'excel' } }))
    const cells = await sheetOf(await office.convert('formula.csv', csv, 'xlsx', ITALIAN_CSV))
    expect(cells.get('E2')).toEqual({ type: 's', value: '&apos;=1+1' })
  })
})

describe('the workbook in LibreOffice Calc', () => {
  const again = async (name: string, path: string): Promise<string> =>
    office.convert(name, await readFile(path), 'xlsx')

  it.each(['workbook.xlsx', 'workbook.ods'])('opens %s: numbers, dates, and no formula', async (id) => {
    const doc = richBoard()
    cardsOf(doc).get('lavori')?.set('title', '=1+1')
    const bytes = await write(id, inputOf(doc, { authors: RICH_AUTHORS }))
    const xlsx =
      id === 'workbook.ods'
        ? await office.convert('one.ods', bytes, 'xlsx')
        : await again('two.ods', await office.convert('two.xlsx', bytes, 'ods'))
    const names = await sheetNames(xlsx)
    expect(names.slice(0, 3)).toEqual(['Piano', 'Quadro finanziario', 'Sintesi finanziaria'])
    const actions = await sheetOf(xlsx, names.indexOf('Azioni') + 1)
    const at = (heading: string): string => {
      const found = [...actions].find(([cell, { value }]) => /^[A-Z]+1$/.test(cell) && value === heading)
      return found?.[0].replace(/1$/, '') ?? ''
    }
    const row = [...actions].find(([, { value }]) => value === '=1+1')?.[0].replace(/^[A-Z]+/, '') ?? ''
    expect(actions.get(`${at('Titolo')}${row}`)).toEqual({ type: 's', value: '=1+1' })
    expect(actions.get(`${at('Costo')}${row}`)).toEqual({ type: 'n', value: '1200000' })
    // 2 March 2026, as spreadsheets count days.
    expect(actions.get(`${at('Inizio')}${row}`)).toEqual({ type: 'n', value: '46083' })
  })
})

describe('the workbook on paper', () => {
  it.each(['workbook.xlsx', 'workbook.ods'])('%s can be read, page by page', async (id) => {
    const bytes = await write(id, inputOf(richBoard(), { authors: RICH_AUTHORS }))
    const pages = (await textOf(await office.convert(`paper-${id}`, bytes, 'pdf'))).split('\f')
    const [head = '', amount = ''] = [pages[0], pages.find((page) => page.includes('Quadro finanziario'))]
    expect(head).toMatch(/pagina 1 di \d+/)
    // Points and commas of Italy, in whatever language the office suite runs.
    expect(amount).toMatch(/1\.000\.000,00\s€/)
    // The actions take more than one page side by side; each says which action a row is of.
    const actions = pages.filter((page) => page.trimStart().split('\n')[0]?.includes('Azioni'))
    expect(actions.length).toBeGreaterThan(1)
    for (const page of actions) expect(page).toMatch(/Scheda\s+Titolo/)
    // The findings take more than one page; each has the headings.
    const findings = pages.filter((page) => page.trimStart().split('\n')[0]?.includes('Verifica'))
    expect(findings.length).toBeGreaterThan(1)
    for (const page of findings) expect(page).toMatch(/Regola\s+Esito/)
  })
})

describe('a sheet that LibreOffice Calc has written', () => {
  it('is read the same as .ods and as .xlsx', async () => {
    const row = 'Portineria;1.234,56 €;02/03/2026;40%;"due\nrighe"'
    const csv = new TextEncoder().encode(`Titolo;Importo;Inizio;Quota;Note\n${row}\n\n${row}\n`)
    const read = []
    // One after the other: the office suite has one profile.
    for (const kind of ['ods', 'xlsx']) {
      const path = await office.convert(`elenco-${kind}.csv`, csv, kind, ITALIAN_CSV)
      const grids = readSpreadsheet(await readFile(path))
      if (isTrouble(grids)) throw new Error(grids.message)
      read.push(grids[0]?.rows)
    }
    const cells = ['Portineria', '1234,56', '2026-03-02', '40%', 'due\nrighe']
    expect(read[0]?.slice(1)).toEqual([2, 4].map((line) => ({ row: line, cells })))
    expect(read[0]).toEqual(read[1])
  })

  it('gives back a workbook of ours that was opened and saved there', async () => {
    const bytes = await write('workbook.ods', inputOf(richBoard(), { authors: RICH_AUTHORS }))
    const flat = await office.convert('ours.ods', bytes, 'fods')
    const saved = await office.convert('saved.fods', await readFile(flat), 'ods')
    const [before, after] = [bytes, await readFile(saved)].map((file) => READERS['workbook.ods']?.(file, {}))
    expect(after?.troubles).toEqual([])
    expect(after?.pieces.cards.length).toBeGreaterThan(10)
    expect(after?.pieces).toEqual(before?.pieces)
  })
})

interface SheetCell {
  readonly type: string
  readonly value: string
}

async function sheetNames(xlsx: string): Promise<string[]> {
  const workbook = strFromU8(unzipSync(await readFile(xlsx))['xl/workbook.xml'] ?? new Uint8Array())
  return [...workbook.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name ?? '')
}

/** The cells of a sheet, by their names; texts are looked up in the shared strings. */
async function sheetOf(xlsx: string, number = 1): Promise<Map<string, SheetCell>> {
  const parts = unzipSync(await readFile(xlsx))
  const part = (path: string): string => strFromU8(parts[path] ?? new Uint8Array())
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, one]) =>
    (one ?? '').replace(/<[^>]+>/g, ''),
  )
  const cells = new Map<string, SheetCell>()
  for (const [, attributes, value] of part(`xl/worksheets/sheet${number}.xml`).matchAll(
    /<c ([^>]*)><v>([^<]*)<\/v><\/c>/g,
  )) {
    const name = /r="([A-Z]+\d+)"/.exec(attributes ?? '')?.[1] ?? ''
    const type = /t="(\w+)"/.exec(attributes ?? '')?.[1] ?? 'n'
    cells.set(name, { type, value: type === 's' ? (strings[Number(value)] ?? '') : (value ?? '') })
  }
  return cells
}
