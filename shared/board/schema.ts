import * as Y from 'yjs'

export { LIMITS } from './limits.ts'

/**
 * The only place where the strings of the Yjs document are written. Scripts write to these roots and keys, so they
 * are a public contract: docs/board-schema.md.
 */
export const SCHEMA_VERSION = 1

export const ROOT = { cards: 'cards', links: 'links', comments: 'comments', board: 'board' } as const

/** Keys that every card has; the others are plain values listed in `fields.ts`. */
export const CARD = {
  kind: 'kind',
  at: 'at',
  size: 'size',
  title: 'title',
  body: 'body',
  deleted: 'deleted',
} as const

export const LINK = { kind: 'kind', from: 'from', to: 'to' } as const

export const COMMENT = {
  card: 'card',
  text: 'text',
  answers: 'answers',
  mentions: 'mentions',
  resolved: 'resolved',
  deleted: 'deleted',
} as const

/** Keys of the `board` root. */
export const HEADER = {
  schemaVersion: 'schemaVersion',
  programme: 'programme',
  city: 'city',
  title: 'title',
  /** Written by the server alone, when somebody goes back to an earlier state (`went-back.ts`). */
  wentBack: 'wentBack',
  /** Written by the server alone: the last thing done about a version put to the partners (`agreement-mark.ts`). */
  agreement: 'agreement',
} as const

export type YRecord = Y.Map<unknown>

/** Whether what stands in `cards` or `links` is a record; a script may have put anything there. */
export const isRecord = (value: unknown): value is YRecord => value instanceof Y.Map

export const cardsOf = (doc: Y.Doc): Y.Map<YRecord> => doc.getMap<YRecord>(ROOT.cards)
export const linksOf = (doc: Y.Doc): Y.Map<YRecord> => doc.getMap<YRecord>(ROOT.links)
export const commentsOf = (doc: Y.Doc): Y.Map<YRecord> => doc.getMap<YRecord>(ROOT.comments)
export const headerOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(ROOT.board)

/** Cards have one size, known before layout; frames carry their own. */
export const CARD_SIZE = [228, 124] as const
export const FRAME_MIN_SIZE = [260, 180] as const
