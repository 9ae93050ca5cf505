import { Document, Footer, PageNumber, Packer, Paragraph, TabStopType, TextRun } from 'docx'
import type { ExportInput } from '../format.ts'
import { datelessZip } from '../dateless-zip.ts'
import { planDocument } from '../plan-json/document.ts'
import { legible } from './blocks.ts'
import { bookOf } from './book.ts'
import { cover } from './cover.ts'
import { findings } from './findings.ts'
import { ledgerChapter } from './funding.ts'
import { interventionSheets } from './intervention.ts'
import { ownParts } from './package.ts'
import { PAGE, QUIET, STYLES, TEXT_WIDTH } from './style.ts'
import { summary } from './summary.ts'
import { named } from '../words.ts'

/**
 * `dossier.docx`: the plan as a document that a municipality hands over, in Italian. Office Open XML (ISO/IEC 29500);
 * equal input gives equal bytes, in Node and in the browser. What it holds and in which order: docs/formats.md.
 */
export async function writeDossier(input: ExportInput): Promise<Uint8Array> {
  const { plan, authors, exportedAt } = input
  const title = legible(named(plan)).replace(/\s+/g, ' ')
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
        children: [
          ...cover(plan, exportedAt, planDocument(input).plan.sha256),
          ...summary(plan),
          ...interventionSheets(bookOf(plan, authors)),
          ...ledgerChapter(plan),
          ...findings(plan),
        ],
      },
    ],
  })
  const packed = await Packer.pack(document, 'uint8array', false, ownParts(title, exportedAt))
  return datelessZip(packed)
}

const footer = (title: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          small([`${shortened(title)} · Dossier del piano`]),
          small(['\tpagina ', PageNumber.CURRENT, ' di ', PageNumber.TOTAL_PAGES]),
        ],
      }),
    ],
  })

const small = (children: (string | (typeof PageNumber)[keyof typeof PageNumber])[]): TextRun =>
  new TextRun({ size: 17, color: QUIET, children })

const shortened = (title: string): string => (title.length > 70 ? `${title.slice(0, 69)}…` : title)
