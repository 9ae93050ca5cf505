import type { WebsocketProvider } from 'y-websocket'

/** The server sends data at least every 15 s; a socket silent for longer is one that nobody told of its end. */
const SILENT_MS = 20_000

/**
 * Asks for a new socket when there may be need of one that the old one has not noticed: phones freeze sockets in the
 * background without closing them, laptops sleep, and without a network a socket finds out only half a minute later.
 * `mayConnect` is false after a final refusal. Returns a function that stops it.
 */
export function keepAwake(provider: WebsocketProvider, mayConnect: () => boolean): () => void {
  const again = (): void => {
    provider.disconnect()
    provider.connect()
  }
  const wake = (): void => {
    if (document.visibilityState !== 'visible' || !mayConnect()) return
    if (!provider.wsconnected) provider.connect()
    else if (Date.now() - provider.wsLastMessageReceived > SILENT_MS) again()
  }
  // A new attempt finds out at once, and succeeds where the server is this very machine.
  const doubt = (): void => {
    if (provider.wsconnected && mayConnect()) again()
  }
  addEventListener('online', wake)
  addEventListener('offline', doubt)
  addEventListener('pageshow', wake)
  document.addEventListener('visibilitychange', wake)
  return () => {
    removeEventListener('online', wake)
    removeEventListener('offline', doubt)
    removeEventListener('pageshow', wake)
    document.removeEventListener('visibilitychange', wake)
  }
}
