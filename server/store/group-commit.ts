import { StoreRefused, type StoreStatus, type WriteFigures } from './board-store.ts'
import { writeAll, type Files } from './files.ts'
import { stampFrame } from './frame.ts'
import { createSegment, HEAD_BYTES, newSalt, type Segment } from './segment.ts'

/** Where a frame lies in the log. */
export interface Place {
  readonly segment: number
  readonly offset: number
  readonly length: number
}

export interface CommitLimits {
  /** Under load, how long a write waits for company; a quiet log writes at once. */
  readonly gatherMs: number
  readonly batchBytes: number
  readonly batchFrames: number
  readonly segmentBytes: number
  /** How much may wait for the disk before records are refused. */
  readonly waitingBytes: number
  /** After a failure, the first pause before the next try; it doubles up to ten times this. */
  readonly retryMs: number
}

interface Waiting {
  readonly frame: Buffer
  readonly durable: (place: Place, lsn: number) => void
  readonly refused: (error: Error) => void
}

interface Start {
  readonly files: Files
  readonly folder: string
  readonly segment: Segment
  readonly nextLsn: number
  readonly limits: CommitLimits
  readonly onStatus: (status: StoreStatus) => void
  readonly onSegment: (segment: Segment) => void
  readonly onWrite: (write: WriteFigures) => void
}

/**
 * The end of the log: frames of all boards go to disk in the order they come, many in one write and one sync. After a
 * failed write or sync the file is never used again, because the system may have forgotten what it could not write; what
 * was not confirmed waits and goes to a new segment as soon as the disk takes one.
 */
export class GroupCommit {
  readonly #start: Start
  #segment: Segment
  #nextLsn: number
  #waiting: Waiting[] = []
  #waitingBytes = 0
  #seals: { done(): void; failed(error: unknown): void }[] = []
  #working: Promise<void> | null = null
  #lastWriteMs = -Infinity
  #isClosing = false
  #isDegraded = false
  #wake: (() => void) | null = null

  constructor(start: Start) {
    this.#start = start
    this.#segment = start.segment
    this.#nextLsn = start.nextLsn
  }

  /** Where writing goes on: the segment, and how much of it is durable. */
  get end(): { readonly number: number; readonly length: number } {
    return this.#segment
  }

  /** The segment being written. */
  get active(): number {
    return this.#segment.number
  }

  /** How many bytes wait for the disk. */
  get waitingBytes(): number {
    return this.#waitingBytes
  }

  #refusal(bytes: number): StoreRefused | null {
    if (this.#isClosing) return new StoreRefused('The store is closed.')
    if (this.#waitingBytes === 0 || this.#waitingBytes + bytes <= this.#start.limits.waitingBytes) return null
    return new StoreRefused(
      `${this.#waitingBytes} bytes wait for the disk already; this record was not kept.`,
    )
  }

  /** Takes a frame, or throws StoreRefused. `durable` is called, in the order of the calls, before the promise resolves. */
  append(frame: Buffer, durable: (place: Place, lsn: number) => void): Promise<void> {
    const refusal = this.#refusal(frame.length)
    if (refusal) throw refusal
    return new Promise((resolve, reject) => {
      const done = (place: Place, lsn: number): void => {
        durable(place, lsn)
        resolve()
      }
      this.#waiting.push({ frame, durable: done, refused: reject })
      this.#waitingBytes += frame.length
      this.#startWork()
    })
  }

  /** Begins a new segment, so that nothing more is written to those before it. */
  seal(): Promise<void> {
    if (this.#isClosing) throw new StoreRefused('The store is closed.')
    return new Promise((done, failed) => {
      this.#seals.push({ done, failed })
      this.#startWork()
    })
  }

  /** Writes what waits, if the disk takes it, and closes the file; what cannot be written is refused. */
  async close(): Promise<void> {
    this.#isClosing = true
    this.#wake?.()
    await this.#working
    await this.#letGo(this.#segment)
  }

  #startWork(): void {
    this.#working ??= this.#work()
    if (!this.#isDegraded && (this.#isFull() || this.#seals.length > 0)) this.#wake?.()
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0 || this.#seals.length > 0) {
      await this.#gather()
      const batch = this.#takeBatch()
      if (batch.length > 0) await this.#commit(batch)
      if (this.#seals.length > 0) await this.#sealNow()
    }
    this.#working = null
  }

  #isFull(): boolean {
    const { batchBytes, batchFrames } = this.#start.limits
    return this.#waitingBytes >= batchBytes || this.#waiting.length >= batchFrames
  }

  /** At once after a quiet while; otherwise so that two writes begin at least `gatherMs` apart. */
  async #gather(): Promise<void> {
    const dueMs = this.#lastWriteMs + this.#start.limits.gatherMs - performance.now()
    const mayWait = dueMs > 0 && !this.#isFull() && !this.#isClosing && this.#seals.length === 0
    // One turn of the loop in any case: what arrived in it together is written together.
    await (mayWait ? this.#pause(dueMs) : new Promise((resolve) => setImmediate(resolve)))
    this.#lastWriteMs = performance.now()
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#wake?.(), ms)
      this.#wake = () => {
        clearTimeout(timer)
        this.#wake = null
        resolve()
      }
    })
  }

  #takeBatch(): Waiting[] {
    const { batchBytes, batchFrames } = this.#start.limits
    let count = 0
    let bytes = 0
    for (const { frame } of this.#waiting) {
      if (count === batchFrames || (count > 0 && bytes + frame.length > batchBytes)) break
      count += 1
      bytes += frame.length
    }
    return this.#waiting.splice(0, count)
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    try {
      if (this.#segment.length >= this.#start.limits.segmentBytes) await this.#writeToNewSegment(batch)
      else await this.#writeHere(batch)
    } catch (error) {
      await this.#outlast(batch, error)
    }
  }

  async #writeHere(batch: readonly Waiting[]): Promise<void> {
    const { file, length, salt } = this.#segment
    const bytes = this.#stamped(batch, salt)
    const fromMs = performance.now()
    await writeAll(file, bytes, length)
    const writtenMs = performance.now()
    await file.sync()
    this.#segment.length += bytes.length
    this.#tell(batch.length, fromMs, writtenMs)
    this.#confirm(batch, length)
  }

  async #writeToNewSegment(batch: readonly Waiting[]): Promise<void> {
    const { files, folder, onSegment } = this.#start
    const { number, length } = this.#segment
    const head = { number: number + 1, previousLength: length, ownLength: 0, salt: newSalt() }
    const fromMs = performance.now()
    const next = await createSegment(files, folder, head, this.#stamped(batch, head.salt))
    await this.#letGo(this.#segment)
    this.#segment = next
    onSegment(next)
    this.#tell(batch.length, fromMs, fromMs)
    this.#confirm(batch, HEAD_BYTES)
  }

  #tell(records: number, fromMs: number, syncFromMs: number): void {
    const nowMs = performance.now()
    this.#start.onWrite({
      records,
      seconds: (nowMs - fromMs) / 1000,
      syncSeconds: (nowMs - syncFromMs) / 1000,
    })
  }

  #stamped(batch: readonly Waiting[], salt: number): Buffer {
    for (const [nth, { frame }] of batch.entries())
      stampFrame(frame, this.#nextLsn + nth, this.#nextLsn, salt)
    return Buffer.concat(batch.map(({ frame }) => frame))
  }

  #confirm(batch: readonly Waiting[], from: number): void {
    let offset = from
    for (const { frame, durable } of batch) {
      durable({ segment: this.#segment.number, offset, length: frame.length }, this.#nextLsn)
      this.#nextLsn += 1
      offset += frame.length
      this.#waitingBytes -= frame.length
    }
  }

  /** Tries until a new segment takes the batch, or the store is closed. */
  async #outlast(batch: readonly Waiting[], cause: unknown): Promise<void> {
    const { limits, onStatus } = this.#start
    let reason = messageOf(cause)
    this.#isDegraded = true
    for (let pauseMs = limits.retryMs; ; pauseMs = Math.min(pauseMs * 2, limits.retryMs * 10)) {
      onStatus({ kind: 'degraded', reason })
      if (!this.#isClosing) await this.#pause(pauseMs)
      try {
        await this.#writeToNewSegment(batch)
        this.#isDegraded = false
        onStatus({ kind: 'ready' })
        return
      } catch (error) {
        reason = messageOf(error)
        if (this.#isClosing) return this.#refuse([...batch, ...this.#waiting.splice(0)], reason)
      }
    }
  }

  #refuse(unwritten: readonly Waiting[], reason: string): void {
    const error = new StoreRefused(`The store was closed before this record was durable: ${reason}`)
    for (const { refused } of unwritten) refused(error)
    this.#waitingBytes = 0
  }

  async #sealNow(): Promise<void> {
    const seals = this.#seals.splice(0)
    try {
      if (this.#segment.length > HEAD_BYTES) await this.#writeToNewSegment([])
      for (const { done } of seals) done()
    } catch (error) {
      for (const { failed } of seals) failed(error)
    }
  }

  async #letGo(segment: Segment): Promise<void> {
    // reason: everything that counts in it is synced; the answer of a file that failed before means nothing.
    await segment.file.close().catch(() => undefined)
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
