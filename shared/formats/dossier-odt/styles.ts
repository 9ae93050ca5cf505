import { CODE_FONT, FONT, GROUND, INK, PRIMARY, QUIET, RULE } from '../dossier-docx/style.ts'
import { escaped, XML } from '../workbook-ods/xml.ts'

export const NAMESPACES = [
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'office:version="1.3"',
].join(' ')

export const FONTS = `<office:font-face-decls>${font(FONT, 'swiss')}${font(CODE_FONT, 'modern')}</office:font-face-decls>`

function font(name: string, generic: string): string {
  return `<style:font-face style:name="${name}" svg:font-family="'${name}'" style:font-family-generic="${generic}"/>`
}

/** Sizes in points, spaces in millimetres; the looks are those of the Word dossier. */
interface Looks {
  readonly size: number
  readonly colour?: string
  readonly bold?: boolean
  readonly before?: number
  readonly after: number
  readonly keep?: boolean
  readonly more?: string
  readonly text?: string
}

const paragraph = (name: string, parent: string, looks: Looks, outline?: number): string =>
  `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${parent}"${outline ? ` style:default-outline-level="${outline}"` : ''}><style:paragraph-properties fo:margin-top="${looks.before ?? 0}mm" fo:margin-bottom="${looks.after}mm"${looks.keep ? ' fo:keep-with-next="always"' : ''}${looks.more ?? ''}/><style:text-properties style:font-name="${FONT}" fo:font-size="${looks.size}pt" fo:color="#${looks.colour ?? INK}"${looks.bold ? ' fo:font-weight="bold"' : ''}${looks.text ?? ''}/></style:style>`

/** Width of the text: A4 less two margins of 2 cm. */
export const TEXT_MM = 170

const STYLES = [
  paragraph('Standard', '', { size: 10.5, after: 2 }),
  paragraph('Title', 'Standard', { size: 32, bold: true, after: 2, keep: true }),
  paragraph('Heading_20_1', 'Standard', { size: 18, bold: true, after: 3.5, keep: true }, 1),
  paragraph(
    'Heading_20_2',
    'Standard',
    { size: 13, bold: true, colour: PRIMARY, before: 6, after: 2, keep: true },
    2,
  ),
  paragraph('Heading_20_3', 'Standard', { size: 11, bold: true, before: 5, after: 1.5, keep: true }, 3),
  paragraph('Sottotitolo', 'Standard', { size: 14, colour: QUIET, after: 10 }),
  paragraph('Occhiello', 'Standard', {
    size: 10,
    bold: true,
    colour: PRIMARY,
    after: 0.7,
    keep: true,
    text: ' fo:text-transform="uppercase" fo:letter-spacing="0.35mm"',
  }),
  paragraph('Premessa', 'Standard', { size: 10.5, after: 3, keep: true }),
  `<style:style style:name="ContentsLink" style:family="text"><style:text-properties fo:color="#${INK}" style:text-underline-style="none"/></style:style>`,
  paragraph('Indice', 'Standard', { size: 18, bold: true, after: 3.5, keep: true }),
  ...[1, 2].map((level) =>
    paragraph(`Contents${level}`, 'Standard', {
      size: 10.5,
      bold: level === 1,
      before: level === 1 ? 2 : 0,
      after: 0.7,
      more: level === 1 ? '' : ' fo:margin-left="6mm"',
    }).replace(
      /(<style:paragraph-properties [^>]*)\/>/,
      `$1><style:tab-stops><style:tab-stop style:position="${TEXT_MM - (level === 1 ? 0 : 6)}mm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties>`,
    ),
  ),
  paragraph('Cella', 'Standard', { size: 9.5, before: 0.5, after: 0.5 }),
  paragraph('Importo', 'Cella', { size: 9.5, before: 0.5, after: 0.5, more: ' fo:text-align="end"' }),
  paragraph('Nota', 'Standard', { size: 9, colour: QUIET, before: 1, after: 2 }),
  paragraph('Impronta', 'Standard', { size: 9, after: 1, text: ` style:font-name="${CODE_FONT}"` }).replace(
    `style:font-name="${FONT}" `,
    '',
  ),
  paragraph('Footer', 'Standard', { size: 8.5, colour: QUIET, after: 0 }),
].join('')

/** Styles of `content.xml`: what depends on where a block stands. */
export const AUTOMATIC = [
  variant('NewPage1', 'Heading_20_1', '<style:paragraph-properties fo:break-before="page"/>'),
  variant('NewPageI', 'Indice', '<style:paragraph-properties fo:break-before="page"/>'),
  variant('NewPageO', 'Occhiello', '<style:paragraph-properties fo:break-before="page"/>'),
  variant(
    'Opening',
    'Occhiello',
    '<style:paragraph-properties fo:margin-top="46mm" fo:margin-bottom="1.5mm"/>',
  ),
  variant(
    'Ruled',
    'Sottotitolo',
    `<style:paragraph-properties fo:padding-bottom="3.5mm" fo:border-bottom="1.5pt solid #${PRIMARY}"/>`,
  ),
  variant('Gap', 'Standard', '<style:paragraph-properties fo:margin-bottom="1mm" fo:line-height="60%"/>'),
  ...['Cella', 'Importo'].flatMap((parent) => [
    variant(`${parent}K`, parent, '<style:paragraph-properties fo:keep-with-next="always"/>'),
    variant(`${parent}B`, parent, '<style:text-properties fo:font-weight="bold"/>'),
    variant(
      `${parent}BK`,
      parent,
      '<style:paragraph-properties fo:keep-with-next="always"/><style:text-properties fo:font-weight="bold"/>',
    ),
    variant(`${parent}Q`, parent, `<style:text-properties fo:color="#${QUIET}"/>`),
    variant(
      `${parent}QK`,
      parent,
      `<style:paragraph-properties fo:keep-with-next="always"/><style:text-properties fo:color="#${QUIET}"/>`,
    ),
  ]),
  cell('Cell', `fo:border-bottom="0.5pt solid #${RULE}"`),
  cell(
    'CellHead',
    `fo:border-bottom="0.5pt solid #${RULE}" fo:border-top="0.5pt solid #${RULE}" fo:background-color="#${GROUND}" style:vertical-align="bottom"`,
  ),
  cell('CellTotal', `fo:border-bottom="0.5pt solid #${RULE}" fo:border-top="1.5pt solid #${QUIET}"`),
  '<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>',
  `<style:style style:name="Table" style:family="table"><style:table-properties style:width="${TEXT_MM}mm" table:align="margins" fo:margin-bottom="3mm"/></style:style>`,
].join('')

function variant(name: string, parent: string, inside: string): string {
  return `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${parent}">${inside}</style:style>`
}

function cell(name: string, borders: string): string {
  return `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties fo:padding-top="0.4mm" fo:padding-bottom="0.4mm" fo:padding-left="1.6mm" fo:padding-right="1.6mm" ${borders}/></style:style>`
}

/** `styles.xml`: named styles, the page, its foot with title and number; the cover has none. */
export const stylesXml = (foot: string): string =>
  `${XML}<office:document-styles ${NAMESPACES}>${FONTS}<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties fo:hyphenation-ladder-count="2"/><style:text-properties style:font-name="${FONT}" fo:language="it" fo:country="IT" fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:default-style>${STYLES}</office:styles><office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin="20mm"/><style:footer-style><style:header-footer-properties fo:margin-top="6mm" fo:min-height="6mm"/></style:footer-style></style:page-layout><style:style style:name="Foot" style:family="paragraph" style:parent-style-name="Footer"><style:paragraph-properties><style:tab-stops><style:tab-stop style:position="${TEXT_MM}mm" style:type="right"/></style:tab-stops></style:paragraph-properties></style:style></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer><text:p text:style-name="Foot">${escaped(foot)}<text:tab/>pagina <text:page-number text:select-page="current">1</text:page-number> di <text:page-count>1</text:page-count></text:p></style:footer><style:footer-first><text:p text:style-name="Foot"/></style:footer-first></style:master-page></office:master-styles></office:document-styles>`
