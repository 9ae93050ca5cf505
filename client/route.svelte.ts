import type { BoardId } from '../shared/ids.ts'

/** Which screen the address names. The key of a link stays in the fragment, which never reaches a server. */
export type Route =
  | { readonly name: 'home' }
  | { readonly name: 'board'; readonly board: BoardId }
  | { readonly name: 'phone'; readonly board: BoardId }

export function routeOf(path: string): Route {
  const match = /^\/([bp])\/([0-9a-z]+)\/?$/i.exec(path)
  if (!match) return { name: 'home' }
  return { name: match[1] === 'b' ? 'board' : 'phone', board: match[2] as BoardId }
}

class CurrentRoute {
  #route = $state.raw<Route>(routeOf(location.pathname))

  constructor() {
    addEventListener('popstate', () => (this.#route = routeOf(location.pathname)))
  }

  get current(): Route {
    return this.#route
  }

  /** Goes to an address of this application, with a step in the browser's history. */
  go(address: string): void {
    history.pushState(null, '', address)
    this.#route = routeOf(location.pathname)
  }
}

export const route = new CurrentRoute()
