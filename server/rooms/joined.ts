import * as Y from 'yjs'

/** What is joined has at most so many bytes: a large update costs more to be read and written again than to be told apart. */
const JOINED_BYTES = 64 * 1024

/** Edits in their order, told in as few updates as pays. Joins what is asked for, and what was joined once not again. */
export class Joined {
  readonly #done: Uint8Array[] = []
  #open: Uint8Array[] = []
  #bytes = 0

  constructor(updates: Iterable<Uint8Array> = []) {
    for (const update of updates) this.add(update)
  }

  add(update: Uint8Array): void {
    if (this.#open.length > 0 && this.#bytes + update.byteLength > JOINED_BYTES) {
      this.#done.push(this.#join())
      this.#open = []
      this.#bytes = 0
    }
    this.#open.push(update)
    this.#bytes += update.byteLength
  }

  updates(): Uint8Array[] {
    return this.#open.length === 0 ? this.#done : [...this.#done, this.#join()]
  }

  #join(): Uint8Array {
    const [first, ...others] = this.#open
    const joined = first && others.length === 0 ? first : mergeMany(this.#open)
    this.#open = [joined]
    return joined
  }
}

/**
 * One update of many, some at a time: Yjs puts all it merges in order again for each struct it takes (yjs 13.6.33,
 * `mergeUpdatesV2`), so a thousand at once cost twenty times as much as thirty-two times thirty-two.
 */
export function mergeMany(updates: readonly Uint8Array[]): Uint8Array {
  if (updates.length <= AT_ONCE) return Y.mergeUpdates([...updates])
  const merged: Uint8Array[] = []
  for (let from = 0; from < updates.length; from += AT_ONCE)
    merged.push(Y.mergeUpdates(updates.slice(from, from + AT_ONCE)))
  return mergeMany(merged)
}

const AT_ONCE = 32
