import { encodeUtf8 } from 'lib0/string'
import { zipParts } from '../dateless-zip.ts'
import type { ExportInput } from '../format.ts'
import { sheetsOf } from '../workbook/sheets.ts'
import { acrossIn, contentXml } from './content.ts'
import { ODS } from './media-type.ts'
import { manifestXml, metaXml, settingsXml, stylesXml } from './parts.ts'

/** `workbook.ods`: the sheets of `workbook.xlsx` as OpenDocument 1.3 (ISO/IEC 26300), the format of many Italian offices. */
export function writeOdsWorkbook(input: ExportInput): Uint8Array {
  const sheets = sheetsOf(input)
  const parts = {
    // First and not compressed, so that the kind of file can be told from its first bytes.
    mimetype: ODS,
    'content.xml': contentXml(sheets),
    'styles.xml': stylesXml(input.plan.title, acrossIn(sheets)),
    'meta.xml': metaXml(input),
    'settings.xml': settingsXml(sheets),
    'META-INF/manifest.xml': manifestXml,
  }
  return zipParts(
    Object.entries(parts).map(([path, text]) => [path, encodeUtf8(text)] as const),
    ['mimetype'],
  )
}
