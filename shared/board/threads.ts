import type { CommentId } from '../ids.ts'
import type { Comment } from './comment.ts'

/** A conversation about a card: what opened it, and what was answered, oldest first. */
export interface Thread {
  readonly id: CommentId
  /** Null when it was taken away, or has not arrived yet, and answers to it stay. */
  readonly opening: Comment | null
  readonly answers: readonly Comment[]
  readonly resolved: boolean
}

/**
 * The conversations that comments make, oldest first; those of which nothing is left are none. `atOf` is the server's word
 * on when a comment was written, in ISO 8601; what it has not told yet is the newest. Conversations are one level deep:
 * an answer to an answer stands beside it.
 */
export function threadsOf(
  comments: Iterable<Comment>,
  atOf: (id: CommentId) => string | undefined,
): Thread[] {
  const all = new Map([...comments].map((comment) => [comment.id, comment]))
  const groups = new Map<CommentId, Comment[]>()
  for (const comment of all.values()) {
    const id = openingOf(comment, all)
    const group = groups.get(id)
    if (group) group.push(comment)
    else groups.set(id, [comment])
  }
  const whenOf = ({ id }: { readonly id: CommentId }): string => `${atOf(id) ?? '~'} ${id}`
  const byTime = (a: Comment, b: Comment): number => (whenOf(a) < whenOf(b) ? -1 : 1)
  const firstOf = ({ opening, answers }: Thread): string => {
    const first = opening ?? answers[0]
    return first ? whenOf(first) : ''
  }
  return [...groups]
    .map(([id, group]): Thread => {
      const root = all.get(id)
      return {
        id,
        opening: root && !root.deleted ? root : null,
        answers: group.filter((one) => one.id !== id && !one.deleted).sort(byTime),
        resolved: root?.resolved ?? false,
      }
    })
    .filter(({ opening, answers }) => opening !== null || answers.length > 0)
    .sort((a, b) => (firstOf(a) < firstOf(b) ? -1 : 1))
}

/** How many comments of conversations that are not settled. */
export const openCount = (threads: readonly Thread[]): number =>
  threads.reduce(
    (sum, { opening, answers, resolved }) => sum + (resolved ? 0 : answers.length + (opening ? 1 : 0)),
    0,
  )

/** The comment that opened the conversation of this one; a script may have closed a circle. */
function openingOf(comment: Comment, all: ReadonlyMap<CommentId, Comment>): CommentId {
  const seen = new Set<CommentId>()
  let at = comment
  while (at.answers !== null && !seen.has(at.id)) {
    seen.add(at.id)
    const next = all.get(at.answers)
    if (!next) return at.answers
    at = next
  }
  return at.answers === null ? at.id : ([...seen].sort()[0] ?? at.id)
}
