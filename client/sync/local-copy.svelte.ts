import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import type { BoardId } from '../../shared/ids.ts'
import { isOwn } from './save-state.ts'

/** `keeping`: the last edits are on their way to this browser's disk; a tab closed now could lose them. */
export type CopyState = 'loading' | 'keeping' | 'kept' | 'notKept'

/** So long the edits of others wait to be written together: the server has them. */
const OTHERS_MS = 500

/**
 * The browser's copy of a board, so that edits survive a closed tab while offline. One copy per board, generation and
 * participant: a second person on the same browser never sends the first one's work. A browser that refuses (private
 * window, full disk) is told as `notKept`: edits then live only in this tab.
 */
export class LocalCopy {
  #state = $state.raw<CopyState>('loading')
  #persistence: IndexeddbPersistence | null = null
  #others: Uint8Array[] = []
  #othersTimer: ReturnType<typeof setTimeout> | undefined
  /** A question whether everything is written is under way, and another edit came meanwhile. */
  #asking = false
  #again = false
  readonly #onRejection = (event: PromiseRejectionEvent): void => {
    // y-indexeddb reports a refused request nowhere else.
    if (event.reason instanceof DOMException) this.#state = 'notKept'
  }

  constructor(
    readonly name: string,
    private readonly doc: Y.Doc,
  ) {}

  get state(): CopyState {
    return this.#state
  }

  /** Loads what is kept; resolves when it is in the document, or at once when the browser keeps nothing. */
  async open(): Promise<void> {
    if (!(await canKeep())) {
      this.#state = 'notKept'
      return
    }
    addEventListener('unhandledrejection', this.#onRejection)
    const persistence = new IndexeddbPersistence(this.name, this.doc)
    this.#persistence = persistence
    await persistence.whenSynced
    // A full disk lets each request succeed and refuses them together, as they are to be written (Indexed Database API 3.0, 5.2).
    persistence.db?.addEventListener('abort', () => (this.#state = 'notKept'))
    this.#state = 'kept'
    // A room that writes would have the disk of a phone at work in every frame: from here on we say when it writes.
    this.doc.off('update', persistence._storeUpdate)
    this.doc.on('update', this.#onUpdate)
  }

  async close(): Promise<void> {
    this.#keepOthers()
    this.doc.off('update', this.#onUpdate)
    removeEventListener('unhandledrejection', this.#onRejection)
    await this.#persistence?.destroy()
  }

  /** Forgets the copy: after the server refused it, so that the next opening starts from the server's board. */
  async discard(): Promise<void> {
    clearTimeout(this.#othersTimer)
    this.doc.off('update', this.#onUpdate)
    removeEventListener('unhandledrejection', this.#onRejection)
    await this.#persistence?.clearData()
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === this.#persistence || this.#state === 'notKept') return
    if (!isOwn(origin)) {
      this.#others.push(update)
      this.#othersTimer ??= setTimeout(() => this.#keepOthers(), OTHERS_MS)
      return
    }
    // In the order in which they came: an edit is readable only with what it builds on.
    this.#keepOthers()
    this.#persistence?._storeUpdate(update, origin)
    this.#state = 'keeping'
    if (this.#asking) this.#again = true
    else this.#ask()
  }

  #keepOthers(): void {
    clearTimeout(this.#othersTimer)
    this.#othersTimer = undefined
    if (this.#others.length > 0) this.#persistence?._storeUpdate(Y.mergeUpdates(this.#others), null)
    this.#others = []
  }

  /** A reading asked for now begins only when the writes before it are done (Indexed Database API 3.0, 2.7.2). */
  #ask(): void {
    const db = this.#persistence?.db
    if (!db) return
    this.#asking = true
    this.#again = false
    const reading = db.transaction('updates', 'readonly')
    reading.objectStore('updates').getKey(0)
    reading.oncomplete = () => {
      this.#asking = false
      if (this.#again) this.#ask()
      else if (this.#state === 'keeping') this.#state = 'kept'
    }
    reading.onabort = () => {
      this.#asking = false
      this.#state = 'notKept'
    }
  }
}

export const copyName = (board: BoardId, generation: number, participant: string | null): string =>
  `tavolo/${board}/${generation}/${participant ?? 'anonymous'}`

function canKeep(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open('tavolo/probe')
      request.onerror = () => resolve(false)
      request.onblocked = () => resolve(false)
      request.onsuccess = () => {
        request.result.close()
        resolve(true)
      }
    } catch {
      resolve(false)
    }
  })
}
