import type { CommentId } from '../../shared/ids.ts'
import { api } from '../api.ts'
import type { Speaker, Talk } from '../board/talk.svelte.ts'

interface Told {
  readonly id: CommentId
  readonly by: Omit<Speaker, 'at'>
  readonly at: string
}

/** Asks the server who said what is said at a board. Without a network it is told with the next event. */
export async function askSpeakers(talk: Talk, key: string, board: string): Promise<void> {
  try {
    const { comments } = await api<{ comments: readonly Told[] }>(key, 'GET', `/api/boards/${board}/comments`)
    talk.learn(comments.map(({ id, by, at }) => [id, { ...by, at }]))
  } catch {
    // Offline: names are a courtesy.
  }
}

/** What the stream tells of comments that were just made; words that are no such thing are passed over. */
export function learnSpeakers(talk: Talk, detail: string): void {
  try {
    talk.learn(Object.entries(JSON.parse(detail) as Record<CommentId, Speaker>) as [CommentId, Speaker][])
  } catch {
    // The next opening of the board asks again.
  }
}
