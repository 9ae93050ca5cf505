import type { Kind, Nature } from '../../../shared/board/card.ts'

/** Where `RowSigns` keeps the drawing of a card: the id to refer to. */
export const rowSign = (card: { readonly kind: Kind; readonly nature?: Nature | undefined }): string =>
  card.kind === 'action' && card.nature ? `row-action-${card.nature}` : `row-${card.kind}`
