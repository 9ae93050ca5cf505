import type { WebSocket } from 'ws'
import type { Connection } from '../rooms/session.ts'

const GRACE_MS = 3000

/** A `ws` socket as a room sees it. */
export function connectionOver(raw: WebSocket, onClose: (code: number) => void): Connection {
  return {
    send(frame) {
      // A socket that breaks while it is written to says so by closing.
      raw.send(frame, { binary: true, compress: false }, () => undefined)
    },
    close(code, reason) {
      onClose(code)
      raw.close(code, reason)
      // A peer that does not answer the farewell would keep what it has not read in our memory.
      setTimeout(() => raw.terminate(), GRACE_MS).unref()
    },
    bufferedBytes: () => raw.bufferedAmount,
  }
}

/** Ends sockets whose other end is gone without a word: called every so often, closes after two calls in silence. */
export class Pulse {
  readonly #silent = new WeakSet<WebSocket>()

  watch(raw: WebSocket): void {
    raw.on('pong', () => this.#silent.delete(raw))
  }

  check(sockets: Iterable<WebSocket>): void {
    for (const raw of sockets) {
      if (raw.readyState !== raw.OPEN) continue
      if (this.#silent.has(raw)) raw.terminate()
      else {
        this.#silent.add(raw)
        raw.ping()
      }
    }
  }
}
