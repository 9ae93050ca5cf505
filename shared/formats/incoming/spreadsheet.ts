import type { Grid } from './grid.ts'
import { ODS } from '../workbook-ods/media-type.ts'
import { odsSheets } from './ods.ts'
import { orRefused, Refused } from './refused.ts'
import { lost, type Trouble } from './trouble.ts'
import { xlsxSheets } from './xlsx.ts'
import { openZip, textPart, UNPACKED_MOST } from './zip.ts'

/** How a ZIP begins, and how the old binary formats and protected files do. */
const ZIP = [0x50, 0x4b]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]
export const isZip = (bytes: Uint8Array): boolean => ZIP.every((byte, at) => bytes[at] === byte)
export const isOle = (bytes: Uint8Array): boolean => OLE.every((byte, at) => bytes[at] === byte)

/**
 * Reads the sheets of a spreadsheet, of Excel or OpenDocument, as grids. Total: any bytes end in grids or in the reason why
 * there are none. `most` bytes of it are unpacked.
 */
export const readSpreadsheet = (bytes: Uint8Array, most = UNPACKED_MOST): readonly Grid[] | Trouble =>
  orRefused(
    () => {
      if (isOle(bytes)) throw new Refused('protectedFile')
      const archive = openZip(bytes, most)
      return textPart(archive, 'mimetype')?.trim() === ODS ? odsSheets(archive) : xlsxSheets(archive)
    },
    lost('notThisKind', {}, 'spreadsheet'),
  )
