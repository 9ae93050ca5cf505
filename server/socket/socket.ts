import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import type { Connection } from '../rooms/session.ts'

const GRACE_MS = 3000

/**
 * A `ws` socket as a room sees it. Frames are built once for all their readers (`Packet`) and written to the TCP socket
 * below `ws`, several in one system call. That keeps their order with what `ws` writes itself (pings, the farewell) as
 * long as `ws` hands everything on at once, which it does unless it compresses or is given blobs: neither happens here
 * (`perMessageDeflate: false`; docs/adr/0013-fan-out-in-turns.md, held by test/server/socket/socket.test.ts).
 */
export function connectionOver(raw: WebSocket, tcp: Socket, onClose: (code: number) => void): Connection {
  return {
    send(packets) {
      // A socket that breaks while it is written to says so by closing.
      if (raw.readyState !== raw.OPEN || !tcp.writable) return
      const [first, ...others] = packets.flatMap(({ wire }) => wire)
      if (!first) return
      if (others.length === 0) return void tcp.write(first)
      tcp.cork()
      tcp.write(first)
      for (const part of others) tcp.write(part)
      tcp.uncork()
    },
    close(code, reason) {
      onClose(code)
      raw.close(code, reason)
      // A peer that does not answer the farewell would keep what it has not read in our memory.
      setTimeout(() => raw.terminate(), GRACE_MS).unref()
    },
    bufferedBytes: () => tcp.writableLength,
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
