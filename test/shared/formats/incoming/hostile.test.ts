import fc from 'fast-check'
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { describe, expect, it } from 'vitest'
import { isTrouble } from '../../../../shared/formats/incoming/refused.ts'
import { readSpreadsheet } from '../../../../shared/formats/incoming/spreadsheet.ts'
import { readFile } from '../../../../shared/formats/read-file.ts'
import { READERS } from '../../../../shared/formats/readers.ts'
import { ODS } from '../../../../shared/formats/workbook-ods/media-type.ts'
import { writeOdsWorkbook } from '../../../../shared/formats/workbook-ods/write.ts'
import { writeXlsxWorkbook } from '../../../../shared/formats/workbook-xlsx/write.ts'
import { modelInput } from '../export-input.ts'

const book = writeXlsxWorkbook(modelInput('quartieri-connessi'))
const odsBook = writeOdsWorkbook(modelInput('quartieri-connessi'))

const openDocument = (content: string, others: Zippable = {}): Uint8Array =>
  zipSync({ mimetype: strToU8(ODS), 'content.xml': strToU8(content), ...others })

/** The workbook with one part put in another's place. */
const withPart = (path: string, text: string): Uint8Array =>
  zipSync({ ...unzipSync(book), [path]: strToU8(text) } as Zippable)

const refusal = (bytes: Uint8Array, most?: number): string => {
  const read = readSpreadsheet(bytes, most)
  return isTrouble(read) ? read.code : 'read'
}

describe('a spreadsheet made to do harm', () => {
  it('that unpacks out of all measure is refused, whatever sizes it declares', () => {
    const bomb = withPart('xl/worksheets/sheet1.xml', ' '.repeat(40_000_000))
    // The size that its directory declares is a lie.
    const view = new DataView(bomb.buffer, bomb.byteOffset)
    for (let at = 0; at < bomb.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
    expect(bomb.length).toBeLessThan(200_000)
    expect(refusal(bomb, 10_000_000)).toBe('unpacksTooLarge')
  })

  it('that declares entities within entities is refused', () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'
    expect(refusal(withPart('xl/worksheets/sheet1.xml', laughs))).toBe('declaresEntities')
  })

  it('that nests without end is refused', () => {
    expect(refusal(withPart('xl/workbook.xml', '<a>'.repeat(100_000)))).toBe('notThisKind')
  })

  it('with a cell at the end of the world takes no memory for what lies before it', () => {
    const far =
      '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    const read = readSpreadsheet(withPart('xl/worksheets/sheet1.xml', far))
    if (isTrouble(read)) throw new Error(read.message)
    expect(read[0]).toMatchObject({ rows: [], troubles: [{ code: 'tooManyColumns' }] })
  })

  it('that is protected, or of the old kind, is told what to do', () => {
    expect(refusal(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('protectedFile')
    expect(readFile(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]))).toMatchObject({
      kind: 'refused',
      trouble: { code: 'protectedFile' },
    })
  })

  it('cut short anywhere is refused in a sentence, never half read', () => {
    for (let share = 0; share < 1; share += 0.05)
      expect(refusal(book.slice(0, Math.floor(book.length * share)))).toBe('notThisKind')
  })
})

describe('an OpenDocument sheet made to do harm', () => {
  const refused = (content: string, others: Zippable = {}): string => refusal(openDocument(content, others))
  const sheet = (rows: string): string =>
    `<office:spreadsheet><table:table table:name="Uno">${rows}</table:table></office:spreadsheet>`

  it('that repeats a cell or a row without end takes no memory for it', () => {
    const cell =
      '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/>'
    const row = `<table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row>`
    expect(refused(sheet(row))).toBe('unpacksTooLarge')
    const empty =
      '<table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    const last =
      '<table:table-row><table:table-cell office:value-type="string"><text:p>fine</text:p></table:table-cell></table:table-row>'
    const read = readSpreadsheet(openDocument(sheet(empty + last)))
    expect(read).toEqual([{ name: 'Uno', rows: [{ row: 1_048_576, cells: ['fine'] }], troubles: [] }])
  })

  it('that declares entities, nests without end, or has no content is refused', () => {
    expect(refused('<!DOCTYPE x [<!ENTITY a "ha">]><a>&a;</a>')).toBe('declaresEntities')
    expect(refused('<a>'.repeat(100_000))).toBe('notThisKind')
    expect(refusal(zipSync({ mimetype: strToU8(ODS) }))).toBe('notThisKind')
  })

  it('that is protected is told what to do, in either way of protecting', () => {
    const manifest = strToU8('<manifest:manifest><manifest:encryption-data/></manifest:manifest>')
    expect(refused('not readable', { 'META-INF/manifest.xml': manifest })).toBe('protectedFile')
    expect(refused('not readable', { 'encrypted-package': strToU8('x') })).toBe('protectedFile')
  })

  it('cut short anywhere is refused in a sentence, never half read', () => {
    for (let share = 0; share < 1; share += 0.05)
      expect(refusal(odsBook.slice(0, Math.floor(odsBook.length * share)))).toBe('notThisKind')
  })
})

describe('any bytes at all', () => {
  const some = fc.oneof(
    fc.uint8Array({ maxLength: 2000 }),
    fc.string({ unit: 'grapheme', maxLength: 500 }).map((text) => new TextEncoder().encode(text)),
    // A real file with a few bytes turned.
    ...[book, odsBook].map((file) =>
      fc.tuple(fc.nat(file.length - 1), fc.uint8Array({ minLength: 1, maxLength: 40 })).map(([at, bytes]) => {
        const turned = file.slice()
        turned.set(bytes.slice(0, file.length - at), at)
        return turned
      }),
    ),
  )

  it('end in a reading or in a reason, in both languages', () => {
    fc.assert(
      fc.property(some, (bytes) => {
        const reading = readFile(bytes)
        if (reading.kind !== 'refused') return
        expect(reading.trouble.message).not.toBe('')
        expect(reading.trouble.messageEn).not.toBe('')
      }),
      { numRuns: 300, endOnFailure: true },
    )
  })

  it.each(Object.keys(READERS))('are cards or troubles to %s', (format) => {
    fc.assert(
      fc.property(some, (bytes) => {
        const { pieces, troubles } = READERS[format]?.(bytes, {}) ?? { pieces: null, troubles: [] }
        expect(pieces).not.toBeNull()
        if (pieces?.cards.length === 0) expect(troubles.length).toBeGreaterThan(0)
      }),
      { numRuns: 150, endOnFailure: true },
    )
  })
})
