import { SvelteMap } from 'svelte/reactivity'
import type * as Y from 'yjs'
import { readComment, type Comment } from '../../shared/board/comment.ts'
import { commentsOf } from '../../shared/board/schema.ts'
import { openCount, threadsOf, type Thread } from '../../shared/board/threads.ts'
import type { CardId, CommentId } from '../../shared/ids.ts'

/** Who said something, and when, by the server's word. */
export interface Speaker {
  /** The participant. */
  readonly id: string
  readonly name: string
  readonly organisation: string
  readonly colour: string
  /** ISO 8601. */
  readonly at: string
}

/**
 * What is said about cards, as the document has it, and who said it, as the server tells. The only observer of the
 * comments; a change costs what the touched cards' conversations cost.
 */
export class Talk {
  readonly #byCard = new SvelteMap<CardId, readonly Comment[]>()
  readonly #cardOf = new Map<CommentId, CardId>()
  readonly #fromHere = new Set<CommentId>()
  readonly #speakers = new SvelteMap<CommentId, Speaker>()
  readonly #listeners = new Set<(fresh: readonly Comment[], local: boolean) => void>()
  readonly #stop: () => void

  constructor(private readonly doc: Y.Doc) {
    const comments = commentsOf(doc)
    const onChange = (events: Y.YEvent<Y.Map<unknown>>[], { local }: Y.Transaction): void => {
      const ids = new Set<CommentId>()
      for (const event of events)
        if (event.path.length === 0) for (const id of event.changes.keys.keys()) ids.add(id as CommentId)
        else ids.add(String(event.path[0]) as CommentId)
      this.#take(ids, local)
    }
    comments.observeDeep(onChange as never)
    this.#stop = () => comments.unobserveDeep(onChange as never)
    this.#take(new Set(comments.keys() as Iterable<CommentId>), false)
  }

  /** The conversations about a card, oldest first. */
  threadsOf(card: CardId): Thread[] {
    return threadsOf(this.#byCard.get(card) ?? [], (id) => this.#speakers.get(id)?.at)
  }

  commentsOf(card: CardId): CommentId[] {
    return (this.#byCard.get(card) ?? []).map(({ id }) => id)
  }

  /** How many comments of a card are in conversations that are not settled. */
  openOf(card: CardId): number {
    const comments = this.#byCard.get(card)
    return comments ? openCount(threadsOf(comments, () => '')) : 0
  }

  /** The cards that somebody said something about. */
  get cards(): Iterable<CardId> {
    return this.#byCard.keys()
  }

  speakerOf(comment: CommentId): Speaker | undefined {
    return this.#speakers.get(comment)
  }

  /** Whether it was said in this page, so that the person at it said it. */
  isFromHere(comment: CommentId): boolean {
    return this.#fromHere.has(comment)
  }

  /** Everybody who ever said something here. */
  get speakers(): Iterable<Speaker> {
    return this.#speakers.values()
  }

  learn(speakers: Iterable<readonly [CommentId, Speaker]>): void {
    for (const [id, speaker] of speakers) this.#speakers.set(id, speaker)
  }

  /** Told after each transaction which comments came with it. Returns how to stop. */
  onSaid(listener: (fresh: readonly Comment[], local: boolean) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    this.#stop()
    this.#listeners.clear()
  }

  #take(ids: ReadonlySet<CommentId>, local: boolean): void {
    const fresh: Comment[] = []
    const touched = new Map<CardId, Comment[]>()
    const ofCard = (card: CardId): Comment[] => {
      const there = touched.get(card) ?? [...(this.#byCard.get(card) ?? [])].filter(({ id }) => !ids.has(id))
      touched.set(card, there)
      return there
    }
    for (const id of ids) {
      const before = this.#cardOf.get(id)
      if (before !== undefined) ofCard(before)
      const record = commentsOf(this.doc).get(id)
      const comment = record ? readComment(id, record) : null
      if (!comment) {
        this.#cardOf.delete(id)
        continue
      }
      if (before === undefined && !comment.deleted) fresh.push(comment)
      if (before === undefined && local) this.#fromHere.add(id)
      this.#cardOf.set(id, comment.card)
      ofCard(comment.card).push(comment)
    }
    for (const [card, comments] of touched)
      if (comments.length > 0) this.#byCard.set(card, comments)
      else this.#byCard.delete(card)
    if (fresh.length > 0) for (const listener of this.#listeners) listener(fresh, local)
  }
}
