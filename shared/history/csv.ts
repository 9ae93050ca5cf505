import { stringify } from 'csv-stringify/browser/esm/sync'
import { NEEDS_QUOTES, neutral } from '../formats/csv-cells.ts'
import type { Told } from './fact.ts'
import { sentenceOf } from './sentence-of.ts'

/** Who an id of the log stands for; null for the server. */
export type WhoIs = (actor: string) => { readonly name: string; readonly organisation: string } | null

const COLUMNS = [
  'registrazione',
  'dalla',
  'data',
  'chi',
  'ente',
  'tipo',
  'che_cosa',
  'schede',
  'collegamenti',
  'sha256',
]

/** The heading of `history.csv`: UTF-8 without byte order mark, `;`, LF. */
export const csvHead = rows([COLUMNS])

/**
 * Facts as rows: last and first record, the moment of the last (ISO 8601, UTC), who, of which body, the kind and the
 * sentence, ids of cards and links with spaces between, and what vouches for the record. A text that a spreadsheet would
 * compute is led by an apostrophe.
 */
export const csvRows = (told: readonly Told[], whoIs: WhoIs): string =>
  rows(
    told.map(({ seq, first, atMs, actor, fact, hash }) => {
      const who = whoIs(actor)
      return [
        String(seq),
        String(first),
        new Date(atMs).toISOString(),
        neutral(who === null ? 'il server' : who.name),
        neutral(who?.organisation ?? ''),
        fact.kind,
        neutral(sentenceOf(fact).it),
        fact.cards.join(' '),
        fact.links.join(' '),
        hash,
      ]
    }),
  )

function rows(cells: readonly (readonly string[])[]): string {
  return stringify(
    cells.map((row) => [...row]),
    { delimiter: ';', record_delimiter: '\n', quoted_match: NEEDS_QUOTES },
  )
}
