import type { Kind } from '../../board/card.ts'
import type { Pieces } from '../../board/pieces.ts'
import type { Grid } from '../incoming/grid.ts'
import { laidOut } from '../incoming/lay-out.ts'
import { lost, type Trouble } from '../incoming/trouble.ts'
import { readCards, type CardsById } from './read-cards.ts'
import { readDetails } from './read-details.ts'
import { readLinks } from './read-links.ts'
import { CARD_SHEETS } from './words.ts'

export interface WorkbookReading {
  readonly pieces: Pieces
  readonly troubles: readonly Trouble[]
}

/** Whether these are the sheets of a workbook that Tavolo wrote: one of them at least is a sheet of cards with their ids. */
export const isOurWorkbook = (grids: readonly Grid[]): boolean =>
  grids.some(({ name, rows }) => kindOf(name) !== null && rows[0]?.cells.includes('Scheda'))

/**
 * Reads back the sheets that `sheetsOf` wrote, whatever people changed in them: cards with all their fields and the links among
 * them, laid out to be read. Ids are those of the file. Sheets that are computed from the others are not read; a sheet
 * that somebody added is named.
 */
export function readWorkbook(grids: readonly Grid[]): WorkbookReading {
  const sheets = new Map(grids.map((grid) => [grid.name, grid]))
  const cards: CardsById = new Map()
  const troubles: Trouble[] = []
  for (const grid of grids) {
    const kind = kindOf(grid.name)
    if (kind) readCards(kind, grid, cards, troubles)
    else if (!OTHERS.includes(grid.name) && grid.rows.length > 0)
      troubles.push(lost('unknownSheet', { sheet: grid.name }))
  }
  readDetails(sheets, cards, troubles)
  const links = readLinks(sheets, cards, troubles)
  return { pieces: laidOut({ cards: [...cards.values()], links }), troubles }
}

function kindOf(sheet: string): Kind | null {
  const found = Object.entries(CARD_SHEETS).find(([, name]) => name === sheet)
  return found ? (found[0] as Kind) : null
}

/** Sheets that are read with the cards, and those that say what the cards already say. */
const OTHERS: readonly string[] = [
  'Collegamenti',
  'Finanziamento per anno',
  'Indicatori',
  'Classificazioni',
  'Totali dichiarati',
  'Piano',
  'Quadro finanziario',
  'Sintesi finanziaria',
  'Cronoprogramma',
  'Partenariato',
  'Verifica',
]
