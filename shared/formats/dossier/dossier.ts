import type { DossierSection } from '../../programme/dossier-sections.ts'
import type { ExportInput } from '../format.ts'
import { planSha256 } from '../plan-json/document.ts'
import { named } from '../words.ts'
import { agreementChapter } from './agreement.ts'
import { annexChapter } from './annex-v.ts'
import { legible, type Block } from './blocks.ts'
import { bookOf, type Book } from './book.ts'
import { withContents } from './contents.ts'
import { cover } from './cover.ts'
import { findings } from './findings.ts'
import { ledgerChapter } from './funding.ts'
import { interventionSheets } from './intervention.ts'
import { originChapter } from './origin.ts'
import { summary } from './summary.ts'

/**
 * The plan as a document that a municipality hands over, in Italian: the same blocks as Office Open XML, as OpenDocument and as
 * the page that is printed. The programme's pack says the order of its chapters; what each holds: docs/formats.md.
 */
export function dossierOf(input: ExportInput): Block[] {
  const { plan, authors } = input
  const book = bookOf(plan, authors)
  return [
    ...cover(input, planSha256(input)),
    ...withContents(plan.programme.dossier.flatMap((section) => CHAPTERS[section](book, input))),
  ]
}

/** The chapters by the names that a programme's pack orders them with. */
const CHAPTERS: Readonly<Record<DossierSection, (book: Book, input: ExportInput) => Block[]>> = {
  agreement: (_, { version }) => agreementChapter(version),
  summary: ({ plan }) => summary(plan),
  origin: originChapter,
  interventions: interventionSheets,
  ledger: ({ plan }) => ledgerChapter(plan),
  annexV: ({ plan }) => annexChapter(plan),
  findings: ({ plan }) => findings(plan),
}

/** The title of the document, on one line. */
export const dossierTitle = ({ plan }: Pick<ExportInput, 'plan'>): string =>
  legible(named(plan)).replace(/\s+/g, ' ')

/** As the foot of each page says it. */
export const footTitle = (title: string): string =>
  `${title.length > 70 ? `${title.slice(0, 69)}…` : title} · Dossier del piano`

/** Rows up to which a table is kept on one page; of a longer one at least the first stay with its title. */
export const WHOLE_ROWS = 9
