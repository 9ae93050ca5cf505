import type { ExportInput } from '../format.ts'
import { planSha256 } from '../plan-json/document.ts'
import { named } from '../words.ts'
import { agreementChapter } from './agreement.ts'
import { legible, type Block } from './blocks.ts'
import { bookOf } from './book.ts'
import { cover } from './cover.ts'
import { findings } from './findings.ts'
import { ledgerChapter } from './funding.ts'
import { interventionSheets } from './intervention.ts'
import { summary } from './summary.ts'

/**
 * The plan as a document that a municipality hands over, in Italian: the same blocks as Office Open XML, as OpenDocument and as
 * the page that is printed. What it holds and in which order: docs/formats.md.
 */
export function dossierOf(input: ExportInput): Block[] {
  const { plan, authors, version } = input
  return [
    ...cover(input, planSha256(input)),
    ...agreementChapter(version),
    ...summary(plan),
    ...interventionSheets(bookOf(plan, authors)),
    ...ledgerChapter(plan),
    ...findings(plan),
  ]
}

/** The title of the document, on one line. */
export const dossierTitle = ({ plan }: Pick<ExportInput, 'plan'>): string =>
  legible(named(plan)).replace(/\s+/g, ' ')

/** As the foot of each page says it. */
export const footTitle = (title: string): string =>
  `${title.length > 70 ? `${title.slice(0, 69)}…` : title} · Dossier del piano`

/** Rows up to which a table is kept on one page; of a longer one at least the first stay with its title. */
export const WHOLE_ROWS = 9
