import type { CardId, CommentId, ParticipantId } from '../ids.ts'
import { textOf } from './card.ts'
import { flag, list, readFields, text, type Reader } from './fields.ts'
import { COMMENT, isRecord, type YRecord } from './schema.ts'

/**
 * Something said about a card. Who said it and when is in the server's log, as for cards: the words of a comment are
 * changed by nobody else.
 */
export interface Comment {
  readonly id: CommentId
  readonly card: CardId
  readonly text: string
  /** The comment that opened the conversation; null for one that opens its own. */
  readonly answers: CommentId | null
  /** Who is spoken to by name. */
  readonly mentions: readonly ParticipantId[]
  /** The conversation that it opens is settled. */
  readonly resolved: boolean
  readonly deleted: boolean
}

/** The plain values of a comment; `text` is a shared text. */
export const COMMENT_FIELDS = {
  [COMMENT.card]: text,
  [COMMENT.answers]: text,
  [COMMENT.mentions]: list(text),
  [COMMENT.resolved]: flag,
  [COMMENT.deleted]: flag,
} as const satisfies Readonly<Record<string, Reader<unknown>>>

/** Reads one record of `comments`, or null when it says of no card that it is about it. */
export function readComment(id: string, record: YRecord): Comment | null {
  if (!isRecord(record)) return null
  const { card, answers, mentions, resolved, deleted } = readFields(COMMENT_FIELDS, (key) => record.get(key))
  if (card === undefined) return null
  return {
    id: id as CommentId,
    card: card as CardId,
    text: textOf(record.get(COMMENT.text)),
    answers: answers === undefined || answers === id ? null : (answers as CommentId),
    mentions: (mentions ?? []) as readonly ParticipantId[],
    resolved: resolved === true,
    deleted: deleted === true,
  }
}
