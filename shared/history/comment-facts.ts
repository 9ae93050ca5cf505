import type { Change } from '../board/changes.ts'
import type { Card } from '../board/card.ts'
import type { Comment } from '../board/comment.ts'
import type { CardId, CommentId } from '../ids.ts'
import type { Fact, Name, OfComments } from './fact.ts'

/** What was said about cards, and taken back. */
export const commentFacts = (
  comments: readonly Change<CommentId, Comment>[],
  cardNow: (id: CardId) => Card | null,
): Fact[] =>
  comments.flatMap(({ before, after }) => {
    const kind = kindOf(before, after)
    const comment = after ?? before
    if (!kind || !comment) return []
    const tells = kind === 'commented' || kind === 'answered'
    return [
      {
        kind,
        cards: [comment.card],
        links: [],
        names: [nameOf(cardNow(comment.card))],
        words: tells ? comment.text : null,
      },
    ]
  })

/** A comment that comes back, by an undo, is said again. */
function kindOf(before: Comment | null, after: Comment | null): OfComments['kind'] | null {
  const [was, is] = [before !== null && !before.deleted, after !== null && !after.deleted]
  if (!was && is) return after?.answers == null ? 'commented' : 'answered'
  if (was && !is) return 'unsaid'
  if (!is || before?.resolved === after?.resolved) return null
  return after?.resolved ? 'settled' : 'reopened'
}

const nameOf = (card: Card | null): Name =>
  card ? { kind: card.kind, title: card.title } : { kind: 'note', title: '' }
