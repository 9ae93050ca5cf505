import { encodeUtf8 } from 'lib0/string'
import { zipParts } from '../dateless-zip.ts'
import { dossierOf, dossierTitle, footTitle } from '../dossier/dossier.ts'
import type { ExportInput } from '../format.ts'
import { metaXml } from '../workbook-ods/parts.ts'
import { XML } from '../workbook-ods/xml.ts'
import { contentXml } from './content.ts'
import { stylesXml } from './styles.ts'

const ODT = 'application/vnd.oasis.opendocument.text'

/** `dossier.odt`: the pages of `dossier.docx` as OpenDocument 1.3 (ISO/IEC 26300). Equal input gives equal bytes. */
export function writeOdtDossier(input: ExportInput): Uint8Array {
  const parts = {
    // First and not compressed, so that the kind of file can be told from its first bytes.
    mimetype: ODT,
    'content.xml': contentXml(dossierOf(input)),
    'styles.xml': stylesXml(footTitle(dossierTitle(input))),
    'meta.xml': metaXml(input),
    'META-INF/manifest.xml': MANIFEST,
  }
  return zipParts(
    Object.entries(parts).map(([path, text]) => [path, encodeUtf8(text)] as const),
    ['mimetype'],
  )
}

const MANIFEST = `${XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${[
  ['/', ODT],
  ['content.xml', 'text/xml'],
  ['styles.xml', 'text/xml'],
  ['meta.xml', 'text/xml'],
]
  .map(([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`)
  .join('')}</manifest:manifest>`
