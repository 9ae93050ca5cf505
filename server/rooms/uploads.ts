import { UPLOAD } from '../../shared/protocol/chunks.ts'
import type { Message } from '../../shared/protocol/messages.ts'

type Chunk = Extract<Message, { type: 'chunk' }>

/** What came of a chunk. */
export type Uploaded =
  | { readonly kind: 'more' }
  /** The last one: the whole frame. */
  | { readonly kind: 'whole'; readonly frame: Uint8Array }
  /** Not what our own client does, or too large. */
  | { readonly kind: 'unsound' | 'tooLarge' }
  /** Too much at once, from this connection or from all: later. */
  | { readonly kind: 'later' }

/** Bytes of unfinished uploads that the process keeps, of all connections together. */
export class UploadSpace {
  #used = 0

  constructor(private readonly bytes = 8 * UPLOAD.bytes) {}

  take(bytes: number): boolean {
    if (this.#used + bytes > this.bytes) return false
    this.#used += bytes
    return true
  }

  give(bytes: number): void {
    this.#used -= bytes
  }

  get used(): number {
    return this.#used
  }
}

const EVERY_MS = 60_000
const PER_MINUTE = 6

/**
 * Puts one frame together that was too large for one message. A connection sends its chunks in order, one upload at a
 * time; an upload that stands still is given up.
 */
export class Upload {
  #chunks: Uint8Array[] = []
  #bytes = 0
  #id = 0
  #startsMs: number[] = []
  #timer: NodeJS.Timeout | null = null

  /** `onStall`: no chunk came for a minute. */
  constructor(
    private readonly space: UploadSpace,
    private readonly onStall: () => void,
  ) {}

  add({ upload, index, total, bytes }: Chunk, nowMs: number): Uploaded {
    if (bytes.byteLength === 0 || total < 1 || index !== this.#chunks.length || index >= total)
      return this.#end('unsound')
    if (total > UPLOAD.chunks || this.#bytes + bytes.byteLength > UPLOAD.bytes) return this.#end('tooLarge')
    if (index === 0) {
      this.#startsMs = [...this.#startsMs.filter((start) => start > nowMs - EVERY_MS), nowMs]
      if (this.#startsMs.length > PER_MINUTE) return this.#end('later')
      this.#id = upload
    } else if (upload !== this.#id) return this.#end('unsound')
    if (!this.space.take(bytes.byteLength)) return this.#end('later')
    this.#bytes += bytes.byteLength
    // A copy: the bytes lie in a buffer of the socket.
    this.#chunks.push(bytes.slice())
    if (index + 1 < total) {
      this.#wait()
      return { kind: 'more' }
    }
    const frame = joined(this.#chunks, this.#bytes)
    this.stop()
    return { kind: 'whole', frame }
  }

  /** Forgets what came. */
  stop(): void {
    this.space.give(this.#bytes)
    this.#chunks = []
    this.#bytes = 0
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  #end(kind: 'unsound' | 'tooLarge' | 'later'): Uploaded {
    this.stop()
    return { kind }
  }

  #wait(): void {
    if (this.#timer) this.#timer.refresh()
    else this.#timer = setTimeout(() => this.onStall(), EVERY_MS).unref()
  }
}

function joined(chunks: readonly Uint8Array[], bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}
