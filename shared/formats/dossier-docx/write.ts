import { Document, Footer, PageNumber, Packer, Paragraph, TabStopType, TextRun } from 'docx'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import type { ExportInput } from '../format.ts'
import { zipParts } from '../dateless-zip.ts'
import { dossierOf, dossierTitle, footTitle } from '../dossier/dossier.ts'
import { ownParts } from './package.ts'
import { render } from './render.ts'
import { PAGE, QUIET, STYLES, TEXT_WIDTH } from './style.ts'

/**
 * `dossier.docx`: the plan as a document that a municipality hands over, in Italian. Office Open XML (ISO/IEC 29500);
 * equal input gives equal bytes, in Node and in the browser. What it holds and in which order: docs/formats.md.
 */
export async function writeDossier(input: ExportInput): Promise<Uint8Array> {
  const title = dossierTitle(input)
  const document = new Document({
    title,
    creator: 'Tavolo',
    styles: STYLES,
    hyphenation: { autoHyphenation: true, doNotHyphenateCaps: true, consecutiveHyphenLimit: 2 },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        footers: { first: new Footer({ children: [new Paragraph('')] }), default: footer(title) },
        children: [],
      },
    ],
  })
  const packed = await Packer.pack(document, 'uint8array', false, ownParts(title, input.exportedAt))
  const { [BODY]: around = new Uint8Array(), ...parts } = unzipSync(packed)
  const body = strFromU8(around).replace('<w:body>', (open) => open + render(dossierOf(input)))
  return zipParts(Object.entries({ ...parts, [BODY]: strToU8(body) }).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What the library makes of a document without paragraphs: its frame, and the section at its end. */
const BODY = 'word/document.xml'

const footer = (title: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          small([footTitle(title)]),
          small(['\tpagina ', PageNumber.CURRENT, ' di ', PageNumber.TOTAL_PAGES]),
        ],
      }),
    ],
  })

const small = (children: (string | (typeof PageNumber)[keyof typeof PageNumber])[]): TextRun =>
  new TextRun({ size: 17, color: QUIET, children })
