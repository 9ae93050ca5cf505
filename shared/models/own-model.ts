import type { Board } from '../board/board.ts'
import type { Card } from '../board/card.ts'
import type { Link } from '../board/link.ts'
import { piecesOf, readPieces, writePieces, type Pieces } from '../board/pieces.ts'
import type { CardId } from '../ids.ts'

/** An intervention that people keep, to be put on other tables and adapted there. */
export interface OwnModel {
  readonly title: string
  /** ISO moment. */
  readonly savedAt: string
  /** Title of the table it was made on. */
  readonly from: string
  readonly pieces: Pieces
}

/**
 * The intervention with its actions and all they are linked to. What was true of that one time only stays behind: dates,
 * codes, sums declared, the word of a delegate; figures and sources go along.
 */
export function modelPieces(board: Pick<Board, 'cards' | 'links'>, frame: CardId): Pieces {
  const actions = new Set(
    [...board.cards.values()]
      .filter((card) => card.kind === 'action' && card.intervention === frame)
      .map(({ id }) => id),
  )
  const around = [...board.links.values()].flatMap(({ from, to }) =>
    actions.has(from) || actions.has(to) ? [from, to] : [],
  )
  // An action of another intervention is somebody else's.
  const beside = around.filter((id) => board.cards.get(id)?.kind !== 'action')
  const { cards, links } = piecesOf(board, new Set([frame, ...actions, ...beside]))
  return { cards: cards.map(timeless), links: links.map(unbound) }
}

function timeless(card: Card): Card {
  if (card.kind === 'action') {
    const {
      start: _start,
      end: _end,
      operationCode: _code,
      sameOperationAs: _same,
      cup: _cup,
      ...kept
    } = card
    return kept
  }
  if (card.kind === 'intervention') {
    const { declared: _declared, ...kept } = card
    return kept
  }
  if (card.kind === 'need') {
    const { mergedInto: _into, notTakenUp: _because, ...kept } = card
    return kept
  }
  return card
}

/** Nobody has confirmed anything for the next time; an axis is named only where its card goes along (`putPieces`). */
function unbound(link: Link): Link {
  if (link.kind === 'commits') return { ...link, state: 'proposed' }
  if (link.kind !== 'finances') return link
  const { years: _years, ...kept } = link
  return kept
}

const FORMAT = 'tavolo-model'

export const writeModel = ({ title, savedAt, from, pieces }: OwnModel): string =>
  JSON.stringify({ format: FORMAT, title, savedAt, from, pieces: writePieces(pieces) })

/** Reads what `writeModel` wrote; null for anything else. What is not sound in it is left out. */
export function readModel(text: string): OwnModel | null {
  const json = parse(text)
  if (typeof json !== 'object' || json === null) return null
  const { format, title, savedAt, from, pieces: written } = json as Readonly<Record<string, unknown>>
  const pieces = format === FORMAT && typeof written === 'string' ? readPieces(written) : null
  if (!pieces || ![title, savedAt, from].every((word) => typeof word === 'string')) return null
  return {
    title: String(title).slice(0, 200),
    savedAt: String(savedAt),
    from: String(from).slice(0, 200),
    pieces,
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // reason: somebody may choose any file.
    return null
  }
}
