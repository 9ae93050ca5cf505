import type { Card } from '../../../shared/board/card.ts'
import type { Comment } from '../../../shared/board/comment.ts'
import type { Thread } from '../../../shared/board/threads.ts'
import type { BoardSession } from '../../session/board-session.svelte.ts'

/** A conversation with the card it is about, what it begins with and what was said last. */
export interface Conversation {
  readonly card: Card
  readonly thread: Thread
  readonly first: Comment
  readonly last: Comment
}

/** All conversations about cards that are on the table, those with the newest word first. */
export function conversationsAt({ board, talk }: BoardSession): Conversation[] {
  const found: Conversation[] = []
  for (const id of talk.cards) {
    const card = board.card(id)
    if (!card) continue
    for (const thread of talk.threadsOf(id)) {
      const first = thread.opening ?? thread.answers[0]
      const last = thread.answers.at(-1) ?? first
      if (first && last) found.push({ card, thread, first, last })
    }
  }
  const whenOf = ({ last }: Conversation): string => talk.speakerOf(last.id)?.at ?? '~'
  return found.sort((a, b) => (whenOf(a) > whenOf(b) ? -1 : 1))
}

/** Whether oneself said something in it or is called by name in it. */
export function isMine({ talk, me }: BoardSession, { thread }: Conversation): boolean {
  const all = thread.opening ? [thread.opening, ...thread.answers] : thread.answers
  return all.some(
    ({ id, mentions }) =>
      talk.speakerOf(id)?.id === me.participant || mentions.some((who) => who === me.participant),
  )
}

/** How many comments are in open conversations about cards that are on the table. */
export const openComments = ({ board, talk }: BoardSession): number =>
  [...talk.cards].reduce((sum, id) => sum + (board.card(id) ? talk.openOf(id) : 0), 0)
