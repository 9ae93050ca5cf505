import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import type { BoardId } from '../../shared/ids.ts'

export type CopyState = 'loading' | 'kept' | 'notKept'

/**
 * The browser's copy of a board, so that edits survive a closed tab while offline. One copy per board, generation and
 * participant: a second person on the same browser never sends the first one's work. A browser that refuses (private
 * window, full disk) is told as `notKept`: edits then live only in this tab.
 */
export class LocalCopy {
  #state = $state.raw<CopyState>('loading')
  #persistence: IndexeddbPersistence | null = null
  readonly #onRejection = (event: PromiseRejectionEvent): void => {
    // y-indexeddb reports a failed write nowhere else.
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
    this.#persistence = new IndexeddbPersistence(this.name, this.doc)
    await this.#persistence.whenSynced
    this.#state = 'kept'
  }

  async close(): Promise<void> {
    removeEventListener('unhandledrejection', this.#onRejection)
    await this.#persistence?.destroy()
  }

  /** Forgets the copy: after the server refused it, so that the next opening starts from the server's board. */
  async discard(): Promise<void> {
    removeEventListener('unhandledrejection', this.#onRejection)
    await this.#persistence?.clearData()
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
