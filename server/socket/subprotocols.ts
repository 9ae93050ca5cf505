import { SUBPROTOCOL } from '../../shared/protocol/messages.ts'

/** What a client says of itself in `Sec-WebSocket-Protocol`, which no access log keeps (design: no secret in an address). */
export interface Offer {
  /** Whether it speaks our protocol by name; a browser closes if the server selects none of what it offered. */
  readonly speaksTavolo: boolean
  readonly key: string | null
  readonly token: string | null
}

export function readOffer(header: string | undefined): Offer {
  const words = (header ?? '').split(',').map((word) => word.trim())
  const after = (prefix: string): string | null =>
    words.find((word) => word.startsWith(prefix))?.slice(prefix.length) || null
  return { speaksTavolo: words.includes(SUBPROTOCOL), key: after('key.'), token: after('who.') }
}

/** For the `handleProtocols` of ws: the server selects `tavolo` and never echoes a key. */
export const selectProtocol = (offered: ReadonlySet<string>): string | false =>
  offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false
