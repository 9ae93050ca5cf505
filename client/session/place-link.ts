import type { BoardId, CardId } from '../../shared/ids.ts'

/** A place at a table to which a link leads whoever has already entered it: a card, or a view. It carries no key. */
export type LinkedPlace = { readonly card: CardId } | { readonly view: string }

/** `#card=<id>`, `#view=<name>`. */
export function placeInFragment(fragment: string): LinkedPlace | null {
  const [, what, value] = /^#(card|view)=([0-9A-Za-z_-]{1,64})$/.exec(fragment) ?? []
  if (value === undefined) return null
  return what === 'card' ? { card: value as CardId } : { view: value }
}

/** The link of a place: the address of the table without any key, so that it may be written down anywhere. */
export const linkOfPlace = (origin: string, board: BoardId, place: LinkedPlace): string =>
  `${origin}/b/${board}#${'card' in place ? `card=${place.card}` : `view=${place.view}`}`
