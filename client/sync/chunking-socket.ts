import { CHUNKED_OVER, chunksOf } from '../../shared/protocol/chunks.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'

/**
 * A WebSocket for the provider, which sends what it has as one message: the work of a long time without a network would
 * be refused by its size alone. What is large goes in pieces that the server puts together (SYNC-27). Whatever is larger
 * than that closes the socket with the code with which the server would.
 */
export function chunkingSocket(Base: typeof WebSocket): typeof WebSocket {
  return class extends Base {
    #uploads = 0

    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (!(data instanceof Uint8Array) || data.byteLength <= CHUNKED_OVER) return super.send(data)
      const chunks = chunksOf(data, ++this.#uploads)
      if (chunks) for (const chunk of chunks) super.send(new Uint8Array(chunk))
      else this.close(CLOSE.tooLarge, 'too large')
    }
  }
}
