import type { Board } from './board.ts'
import { cardFrom, type Card } from './card.ts'
import { linkFrom, type Link } from './link.ts'
import { LIMITS } from './schema.ts'
import type { CardId } from '../ids.ts'

/** Cards with the links among them, taken from a board to be put down again, there or on another. */
export interface Pieces {
  readonly cards: readonly Card[]
  readonly links: readonly Link[]
}

/** What is taken along with these cards: they and every link between two of them. */
export function piecesOf({ cards, links }: Source, ids: ReadonlySet<CardId>): Pieces {
  return {
    cards: [...ids].flatMap((id) => cards.get(id) ?? []),
    links: [...links.values()].filter(({ from, to }) => ids.has(from) && ids.has(to)),
  }
}

interface Source {
  readonly cards: Pick<Board['cards'], 'get'>
  readonly links: Board['links']
}

const FORMAT = 'tavolo-cards'

/** As one JSON text, for the clipboard. */
export const writePieces = ({ cards, links }: Pieces): string =>
  JSON.stringify({ format: FORMAT, cards, links })

/**
 * Reads what `writePieces` wrote; null for anything else. What is not sound in it is left out, as in reading a document:
 * a clipboard can hold anything.
 */
export function readPieces(text: string): Pieces | null {
  const json = parse(text)
  if (!isObject(json) || json['format'] !== FORMAT) return null
  const cards = listIn(json, 'cards', LIMITS.cards).flatMap((one) => cardIn(one) ?? [])
  const links = listIn(json, 'links', LIMITS.links).flatMap(
    (one) => linkFrom(idIn(one), (key) => one[key]) ?? [],
  )
  return cards.length > 0 ? { cards, links } : null
}

type Json = Readonly<Record<string, unknown>>

function cardIn(json: Json): Card | null {
  const card = cardFrom(idIn(json), (key) => json[key])
  return card && { ...card, title: card.title.slice(0, LIMITS.title), body: card.body.slice(0, LIMITS.body) }
}

const listIn = (json: Json, key: string, most: number): Json[] => {
  const list: unknown = json[key]
  return Array.isArray(list) ? list.slice(0, most).filter(isObject) : []
}

const idIn = (json: Json): string => (typeof json['id'] === 'string' ? json['id'] : '')

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // reason: any text may be in the clipboard.
    return null
  }
}
