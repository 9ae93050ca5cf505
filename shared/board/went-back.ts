import type * as Y from 'yjs'
import type { CardId } from '../ids.ts'
import { HEADER, headerOf } from './schema.ts'

/**
 * What a transaction that goes back writes beside its edits, so that the story can say so. The server alone writes it:
 * from clients it is refused.
 */
export interface WentBack {
  /** The record whose state came back. */
  readonly to: number
  /** The one card that went back; null for the whole board. */
  readonly card: CardId | null
}

export const markWentBack = (doc: Y.Doc, { to, card }: WentBack): unknown =>
  headerOf(doc).set(HEADER.wentBack, card === null ? { to } : { to, card })

/** The last going back of a board; null if there is none, or none that can be read. */
export function wentBackOf(doc: Y.Doc): WentBack | null {
  const { to, card } = (headerOf(doc).get(HEADER.wentBack) ?? {}) as Record<string, unknown>
  if (typeof to !== 'number') return null
  return { to, card: typeof card === 'string' ? (card as CardId) : null }
}
