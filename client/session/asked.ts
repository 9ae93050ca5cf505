import type { CardId, LinkId } from '../../shared/ids.ts'

/** The window that somebody asked for; the shell opens it, whoever asked. */
export type Asked =
  | { readonly window: 'find' | 'help' | 'share' | 'model' | 'comments' }
  /** One of its cards was searched for. */
  | { readonly window: 'trash'; readonly card?: CardId }
  | { readonly window: 'link' | 'move' | 'merge'; readonly cards: readonly CardId[] }
  /** The link that is chosen, or those of a card. */
  | { readonly window: 'relink'; readonly links: readonly LinkId[] }
  /** Cells of a spreadsheet: what their columns hold is asked before anything changes. */
  | { readonly window: 'pastedTable'; readonly text: string }
  /** No cards: the whole board. */
  | { readonly window: 'picture'; readonly cards: readonly CardId[] }
