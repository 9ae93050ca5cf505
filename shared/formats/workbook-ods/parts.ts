import type { ExportInput } from '../format.ts'
import { writable, type Sheet } from '../workbook/sheet.ts'
import { escaped, XML } from './xml.ts'

const OFFICE = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'

export const metaXml = ({ plan, exportedAt }: ExportInput): string =>
  `${XML}<office:document-meta ${OFFICE} xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta><meta:generator>Tavolo</meta:generator><dc:title>${escaped(writable(plan.title))}</dc:title><dc:language>it-IT</dc:language><meta:creation-date>${new Date(exportedAt).toISOString().slice(0, 19)}</meta:creation-date></office:meta></office:document-meta>`

/**
 * A4 pages on their side, with lines between the cells, the title of the plan, the name of the sheet and the number of the page;
 * as many side by side as `across` says.
 */
export const stylesXml = (title: string, across: readonly number[]): string =>
  `${XML}<office:document-styles ${OFFICE} xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"><office:automatic-styles>${across.map(pageLayout).join('')}</office:automatic-styles><office:master-styles>${across.map((many) => masterPage(many, title)).join('')}</office:master-styles></office:document-styles>`

const pageLayout = (many: number): string =>
  `<style:page-layout style:name="A4-${many}"><style:page-layout-properties fo:page-width="297mm" fo:page-height="210mm" style:print-orientation="landscape" fo:margin="10mm" style:print="grid charts drawings objects zero-values" style:scale-to-X="${many}" style:scale-to-Y="0"/>${['header', 'footer'].map((one) => `<style:${one}-style><style:header-footer-properties fo:min-height="7mm" fo:margin-left="0mm" fo:margin-right="0mm" fo:margin-${one === 'header' ? 'bottom' : 'top'}="2mm"/></style:${one}-style>`).join('')}</style:page-layout>`

const masterPage = (many: number, title: string): string =>
  `<style:master-page style:name="Sheet${many}" style:page-layout-name="A4-${many}"><style:header><style:region-left><text:p>${escaped(writable(title))}</text:p></style:region-left><style:region-right><text:p><text:sheet-name>???</text:sheet-name></text:p></style:region-right></style:header><style:footer><style:region-right><text:p>pagina <text:page-number>1</text:page-number> di <text:page-count>1</text:page-count></text:p></style:region-right></style:footer></style:master-page>`

/** What stays in sight of each sheet: the view is split, and frozen (2), below its first row and after the columns it holds. */
export const settingsXml = (sheets: readonly Sheet[]): string =>
  `${XML}<office:document-settings ${OFFICE} xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" office:version="1.3"><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry><config:config-item-map-named config:name="Tables">${sheets.map(frozen).join('')}</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`

const frozen = ({ name, held }: Sheet): string =>
  `<config:config-item-map-entry config:name="${escaped(name)}">${held > 0 ? `${item('HorizontalSplitMode', 'short', 2)}${item('HorizontalSplitPosition', 'int', held)}${item('PositionRight', 'int', held)}` : ''}${item('VerticalSplitMode', 'short', 2)}${item('VerticalSplitPosition', 'int', 1)}${item('PositionBottom', 'int', 1)}</config:config-item-map-entry>`

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
