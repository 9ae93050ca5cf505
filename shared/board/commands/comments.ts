import * as Y from 'yjs'
import { newId, type CardId, type CommentId, type ParticipantId } from '../../ids.ts'
import { LOCAL, type Origin } from '../origin.ts'
import { cardsOf, COMMENT, commentsOf, LIMITS } from '../schema.ts'
import { setFields } from './records.ts'

export interface NewComment {
  readonly id?: CommentId
  readonly card: CardId
  readonly text: string
  /** The comment that opened the conversation. */
  readonly answers?: CommentId | undefined
  readonly mentions?: readonly ParticipantId[]
}

/** Says something about a card; null when there is nothing to say, the card is not there or the board holds no more. */
export function addComment(
  doc: Y.Doc,
  { id = newId<CommentId>(), card, text, answers, mentions = [] }: NewComment,
  origin: Origin = LOCAL,
): CommentId | null {
  const comments = commentsOf(doc)
  const words = text.trim()
  if (words === '' || !cardsOf(doc).has(card) || comments.size >= LIMITS.comments) return null
  doc.transact(() => {
    const record = new Y.Map<unknown>()
    record.set(COMMENT.card, card)
    record.set(COMMENT.text, new Y.Text(words.slice(0, LIMITS.comment)))
    setFields(record, {
      ...(answers !== undefined && { [COMMENT.answers]: answers }),
      ...(mentions.length > 0 && { [COMMENT.mentions]: [...new Set(mentions)].slice(0, LIMITS.listItems) }),
    })
    comments.set(id, record)
    // Who answers a settled conversation opens it again.
    const opening = answers === undefined ? undefined : comments.get(answers)
    if (opening?.has(COMMENT.resolved)) opening.delete(COMMENT.resolved)
  }, origin)
  return id
}

/** Settles the conversation that a comment opened, or opens it again. */
export const settleThread = (doc: Y.Doc, id: CommentId, resolved: boolean, origin: Origin = LOCAL): void =>
  mark(doc, id, COMMENT.resolved, resolved, origin)

/** Takes a comment away; answers to it stay. */
export const removeComment = (doc: Y.Doc, id: CommentId, origin: Origin = LOCAL): void =>
  mark(doc, id, COMMENT.deleted, true, origin)

function mark(doc: Y.Doc, id: CommentId, key: string, on: boolean, origin: Origin): void {
  const record = commentsOf(doc).get(id)
  if (record) doc.transact(() => setFields(record, { [key]: on ? true : undefined }), origin)
}
