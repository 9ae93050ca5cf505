import type { Histogram } from './histogram.ts'

/** A stretch of one clientID's clocks, `to` left out, as an update carries it. */
export interface Range {
  readonly client: number
  readonly from: number
  readonly to: number
}

/** What others have seen of a writer. */
export interface Witnessed {
  readonly firstClock: number
  /** How many of its edits somebody else got, the first ones. */
  readonly edits: number
  /** When each edit was sent. */
  readonly sentMs: readonly number[]
}

interface Written {
  readonly client: number
  readonly index: number
  readonly firstClock: number
  /** When the edit of each clock was sent, from `firstClock` on. */
  readonly sentMs: number[]
  /** Edits that count: sent while the window was open. */
  countedFrom: number
  countedTo: number
}

/**
 * Who got which edit of one board, and how late. An edit is one clock of its writer, so a server may join several
 * edits in one frame and tell of a deleted value only that it was there: its clock is delivered all the same.
 */
export class Deliveries {
  readonly #written = new Map<number, Written>()
  readonly #receivers: Receiver[] = []
  #isOpen = false
  /** Deliveries while the window was open, of edits sent whenever. */
  arrived = 0
  /** Deliveries of edits that count, whenever they arrived. */
  delivered = 0

  constructor(private readonly latencies: Histogram) {}

  /** Announces a writer whose first edit will have this clock. */
  writer(client: number, firstClock: number): void {
    const index = this.#written.size
    const counted = { countedFrom: Infinity, countedTo: Infinity }
    this.#written.set(client, { client, index, firstClock, sentMs: [], ...counted })
  }

  /** Somebody who should get every edit but those written under `own`. */
  receiver(own: number): Receiver {
    const receiver = new Receiver(own, (written, edits, nowMs) => this.#deliver(written, edits, nowMs))
    receiver.written = this.#written
    this.#receivers.push(receiver)
    return receiver
  }

  sent(client: number, nowMs: number): void {
    this.#written.get(client)?.sentMs.push(nowMs)
  }

  /** From now on edits count, and no earlier ones. */
  open(): void {
    this.#isOpen = true
    this.arrived = this.delivered = 0
    for (const written of this.#written.values()) {
      written.countedFrom = written.sentMs.length
      written.countedTo = Infinity
    }
  }

  /** Edits sent from now on do not count; those sent before may still arrive. */
  close(): void {
    this.#isOpen = false
    for (const written of this.#written.values()) written.countedTo = written.sentMs.length
  }

  /** Edits that count. */
  get edits(): number {
    return [...this.#written.values()].reduce((sum, written) => sum + countedIn(written), 0)
  }

  /** How often an edit that counts should have reached somebody. */
  get expected(): number {
    return [...this.#written.values()].reduce(
      (sum, written) =>
        sum + countedIn(written) * this.#receivers.filter(({ own }) => own !== written.client).length,
      0,
    )
  }

  /** By clientID of a writer. */
  get witnessed(): ReadonlyMap<number, Witnessed> {
    return new Map(
      [...this.#written.values()].map((written) => {
        const edits = Math.max(0, ...this.#receivers.map((receiver) => receiver.gotOf(written)))
        return [written.client, { firstClock: written.firstClock, edits, sentMs: written.sentMs }]
      }),
    )
  }

  #deliver(written: Written, edit: number, nowMs: number): void {
    const counts = edit >= written.countedFrom && edit < written.countedTo
    if (this.#isOpen) this.arrived++
    if (counts) this.delivered++
    if (this.#isOpen || counts) this.latencies.add(nowMs - (written.sentMs[edit] ?? nowMs))
  }
}

const countedIn = ({ countedFrom, countedTo, sentMs }: Written): number =>
  Math.max(0, Math.min(countedTo, sentMs.length) - Math.min(countedFrom, sentMs.length))

/** One end of the deliveries of a board. */
export class Receiver {
  written: ReadonlyMap<number, Written> = new Map()
  /** By writer: edits got so far. */
  readonly #got: number[] = []

  constructor(
    readonly own: number,
    private readonly deliver: (written: Written, edit: number, nowMs: number) => void,
  ) {}

  gotOf({ index }: Written): number {
    return this.#got[index] ?? 0
  }

  /** Takes what an update carries; what came before is not counted again. */
  take(ranges: readonly Range[], nowMs: number): void {
    for (const { client, from, to } of ranges) {
      const written = client === this.own ? undefined : this.written.get(client)
      if (!written) continue
      const got = this.#got[written.index] ?? 0
      const last = Math.min(to - written.firstClock, written.sentMs.length)
      for (let edit = Math.max(got, from - written.firstClock); edit < last; edit++)
        this.deliver(written, edit, nowMs)
      this.#got[written.index] = Math.max(got, last)
    }
  }
}
