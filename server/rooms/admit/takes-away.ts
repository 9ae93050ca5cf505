import * as Y from 'yjs'
import { CARD, ROOT } from '../../../shared/board/schema.ts'
import type { Places } from './place.ts'

/**
 * Whether new items add nothing but marks of the trash: what may still be written on a full board. What an update deletes
 * is no item.
 */
export const takesAway = (items: readonly Y.Item[], places: Places): boolean =>
  items.every((item) => item.content instanceof Y.ContentDeleted || isTrashMark(item, places))

function isTrashMark(item: Y.Item, places: Places): boolean {
  const spot = places.of(item)
  // Beside or below what was cleared it is cleared too.
  if (typeof spot === 'string') return spot === 'gone'
  const { parent, key } = spot
  return parent.root === ROOT.cards && parent.path.length === 1 && key === CARD.deleted
}
