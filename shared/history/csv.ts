import { stringify } from 'csv-stringify/browser/esm/sync'
import { NEEDS_QUOTES, neutral } from '../formats/csv-cells.ts'
import { COLOUR_WORDS, PERSON_COLOURS } from '../protocol/person-colours.ts'
import type { Told } from './fact.ts'
import { sentenceOf } from './sentence-of.ts'

/** Who an id of the log stands for; null for the server. */
export type WhoIs = (actor: string) => Who | null

interface Who {
  readonly name: string
  readonly organisation: string
  /** In which everybody sees them. */
  readonly colour: string
}

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
        neutral(who === null ? 'il server' : nameOf(who)),
        neutral(who?.organisation ?? ''),
        fact.kind,
        neutral(sentenceOf(fact).it),
        fact.cards.join(' '),
        fact.links.join(' '),
        hash,
      ]
    }),
  )

/** As the page calls them: who gave neither a name nor an organisation is a guest of a colour; whose name was taken out is nobody. */
function nameOf({ name, organisation, colour }: Who): string {
  if (name !== '' || organisation !== '') return name
  const word = COLOUR_WORDS[(PERSON_COLOURS as readonly string[]).indexOf(colour)]
  return word === undefined ? '' : `Ospite ${word}`
}

function rows(cells: readonly (readonly string[])[]): string {
  return stringify(
    cells.map((row) => [...row]),
    { delimiter: ';', record_delimiter: '\n', quoted_match: NEEDS_QUOTES },
  )
}
