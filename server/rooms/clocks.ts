import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** How far the edits of each client go: what Yjs calls a state vector, kept without a document. */
export class Clocks {
  readonly #clocks: Map<number, number>
  #hasGap = false

  constructor(known: Iterable<readonly [number, number]>) {
    this.#clocks = new Map(known)
  }

  /** How many clients there are. */
  get size(): number {
    return this.#clocks.size
  }

  /** Whether an edit came without those of the same client before it. */
  get hasGap(): boolean {
    return this.#hasGap
  }

  /** Counts in what an update brings; returns the clients whose edits those are. */
  add(update: Uint8Array): Iterable<number> {
    const { from, to } = Y.parseUpdateMeta(update)
    for (const [client, end] of to) {
      const known = this.#clocks.get(client) ?? 0
      if ((from.get(client) ?? 0) > known) this.#hasGap = true
      this.#clocks.set(client, Math.max(known, end))
    }
    return to.keys()
  }

  /** Whether all edits that other clocks tell of are counted here. */
  covers(others: Iterable<readonly [number, number]>): boolean {
    return [...others].every(([client, clock]) => clock <= (this.#clocks.get(client) ?? 0))
  }

  /** As Yjs writes a state vector. */
  encode(): Uint8Array {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, this.#clocks.size)
    for (const [client, clock] of this.#clocks) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
    }
    return encoding.toUint8Array(encoder)
  }
}
