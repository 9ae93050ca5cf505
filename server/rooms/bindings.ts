import type { Actor } from './act.ts'

/**
 * Which clientID writes for whom. Yjs itself lets anybody write under any clientID, and who is written over loses his
 * next edits for ever; so a clientID belongs to the first participant that names it, before anybody else can see it.
 */
export class Bindings {
  readonly #owners = new Map<number, Actor>()

  /** Takes `clientId` for `actor` if it is free; false when it is somebody else's. */
  bind(clientId: number, actor: Actor): boolean {
    const owner = this.#owners.get(clientId)
    if (owner === undefined) this.#owners.set(clientId, actor)
    return owner === undefined || owner === actor
  }

  ownerOf(clientId: number): Actor | undefined {
    return this.#owners.get(clientId)
  }

  isFree(clientId: number): boolean {
    return !this.#owners.has(clientId)
  }

  entries(): [number, Actor][] {
    return [...this.#owners]
  }
}
