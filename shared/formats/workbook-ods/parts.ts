import type { ExportInput } from '../format.ts'
import { writable, type Sheet } from '../workbook/sheet.ts'
import { escaped, XML } from './xml.ts'

const OFFICE = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'

export const metaXml = ({ plan, exportedAt }: ExportInput): string =>
  `${XML}<office:document-meta ${OFFICE} xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta><meta:generator>Tavolo</meta:generator><dc:title>${escaped(writable(plan.title))}</dc:title><dc:language>it-IT</dc:language><meta:creation-date>${new Date(exportedAt).toISOString().slice(0, 19)}</meta:creation-date></office:meta></office:document-meta>`

/** Printed as wide as an A4 page on its side, on as many pages as it takes. */
export const stylesXml = `${XML}<office:document-styles ${OFFICE} xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"><office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="297mm" fo:page-height="210mm" style:print-orientation="landscape" fo:margin="12mm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Sheet" style:page-layout-name="A4"/></office:master-styles></office:document-styles>`

/** The heading of each sheet stays in sight: the view is split, and frozen (2), below its first row. */
export const settingsXml = (sheets: readonly Sheet[]): string =>
  `${XML}<office:document-settings ${OFFICE} xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" office:version="1.3"><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry><config:config-item-map-named config:name="Tables">${sheets.map(frozen).join('')}</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`

const frozen = ({ name }: Sheet): string =>
  `<config:config-item-map-entry config:name="${escaped(name)}">${item('VerticalSplitMode', 'short', 2)}${item('VerticalSplitPosition', 'int', 1)}${item('PositionBottom', 'int', 1)}</config:config-item-map-entry>`

const item = (name: string, type: string, value: number): string =>
  `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`

export const manifestXml = `${XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${[
  ['/', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['content.xml', 'text/xml'],
  ['styles.xml', 'text/xml'],
  ['meta.xml', 'text/xml'],
  ['settings.xml', 'text/xml'],
]
  .map(([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`)
  .join('')}</manifest:manifest>`
