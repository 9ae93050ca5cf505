import type { Card, Kind, Nature } from '../../../shared/board/card.ts'
import type { LinkKind } from '../../../shared/board/link.ts'
import type { Box } from '../../../shared/geometry/box.ts'
import type { DrawnLink } from '../canvas/paint-links.ts'

/** Everything a picture of a board shows, as plain values in board points and in the words of the page's language. */
export interface Picture {
  readonly lang: string
  readonly title: string
  /** City, programme, date. */
  readonly subtitle: string
  /** The money of the whole plan, and what is said of it; null on a picture of some cards. */
  readonly total: { readonly amount: string; readonly word: string } | null
  readonly frames: readonly PicturedFrame[]
  readonly cards: readonly PicturedCard[]
  readonly links: readonly DrawnLink[]
  readonly kindWord: (kind: Kind) => string
  readonly linkWord: (kind: LinkKind) => string
  readonly untitled: string
}

export interface PicturedCard {
  readonly card: Card
  readonly box: Box
  /** One secondary fact, in the header. */
  readonly fact: string
  readonly chips: readonly string[]
  readonly amount: string
  /** How many say that it is theirs too, or how many it speaks for. */
  readonly more: string
}

export interface PicturedFrame {
  readonly card: Card
  readonly box: Box
  readonly badge: string | null
  readonly total: string
  /** How many cards of each kind lie in it unseen, because it is folded. */
  readonly holds: readonly (readonly [kind: Kind, count: number])[]
}

export type Weight = 400 | 600 | 700

/** What the picture is drawn with. */
export interface Drawn {
  /** How wide a text is, in board points. */
  readonly measure: (text: string, size: number, weight: Weight) => number
  /** The sign of a kind of card, as shapes of 24 × 24 without colour of their own. */
  readonly sign: (card: { readonly kind: Kind; readonly nature?: Nature }) => string
}

export const FONT = "'Titillium Web', 'Segoe UI', system-ui, sans-serif"
