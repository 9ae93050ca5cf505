import type { BoardId } from '../../shared/ids.ts'

/** `b`: the board itself; `p`: the page of a phone that adds needs. */
export type Page = 'b' | 'p'

/** The link of a board, as a person receives it: `https://…/b/<id>#<key>`. */
export interface BoardLink {
  readonly page: Page
  readonly board: BoardId
  readonly key: string
  /** Where the link points, when it was whole: `https://tavolo.example`. */
  readonly origin: string | null
}

const KEY = '[A-Za-z0-9_-]{16,200}'
const LINK = new RegExp(`(https?://[^\\s/]+)?/([bp])/([0-9a-z]+)/?#(${KEY})`, 'i')

/** The key in an address's fragment, or null when there is none. */
export function keyInFragment(fragment: string): string | null {
  return new RegExp(`^#(${KEY})$`).exec(fragment)?.[1] ?? null
}

/** The first link of a board in a text that somebody pasted, a whole message included; null when there is none. */
export function linkIn(text: string): BoardLink | null {
  const match = LINK.exec(text)
  if (!match) return null
  const [, origin, page, board, key] = match
  return {
    page: page?.toLowerCase() === 'p' ? 'p' : 'b',
    board: board as BoardId,
    key: key ?? '',
    origin: origin ?? null,
  }
}

/** The path of a link inside this server; a contributor's leads to the phone page. */
export const pathOf = (page: Page, board: BoardId, key: string): string => `/${page}/${board}#${key}`

/** Takes the key out of the address bar and of the history, where it would be read over a shoulder or on a projector. */
export function hideFragment(): void {
  history.replaceState(history.state, '', location.pathname + location.search)
}
