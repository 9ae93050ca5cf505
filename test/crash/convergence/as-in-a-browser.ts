import { WebSocket } from 'ws'

const address = { protocol: 'http:', host: '' }

/** The few things of a page that the client's connection looks at, so that the very code of the browser runs here. */
Object.assign(globalThis, {
  WebSocket,
  location: address,
  document: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
})

/** Runs something as a page of this server would. */
export function asPageOf<T>(url: string, run: () => T): T {
  address.host = new URL(url).host
  return run()
}
