import * as Y from 'yjs'
import type { Person } from './person.ts'

/**
 * What the server has let one person believe: everything of others that they have got, and everything of their own at
 * the moments when they were shown that it is saved. It only grows, and must be found on every server that comes back.
 */
export class Claims {
  readonly #clocks = new Map<number, number>()
  readonly #deleted = new Map<number, [clock: number, length: number][]>()

  note({ doc, isSaved }: Person): void {
    const saved = isSaved()
    for (const client of doc.store.clients.keys())
      if (saved || client !== doc.clientID)
        this.#clocks.set(client, Math.max(this.#clocks.get(client) ?? 0, Y.getState(doc.store, client)))
    if (!saved) return
    for (const [client, ranges] of Y.createDeleteSetFromStructStore(doc.store).clients)
      this.#deleted.set(
        client,
        ranges.map(({ clock, len }) => [clock, len]),
      )
  }

  /** What of it is not in a document, in words. */
  lostIn(doc: Y.Doc): string[] {
    const gone = Y.createDeleteSetFromStructStore(doc.store)
    const lost: string[] = []
    for (const [client, clock] of this.#clocks)
      if (Y.getState(doc.store, client) < clock)
        lost.push(`lost: ${client} had written up to ${clock}, ${Y.getState(doc.store, client)} is there`)
    for (const [client, ranges] of this.#deleted)
      for (const [clock, length] of ranges)
        for (let at = clock; at < clock + length; at++)
          if (!Y.isDeleted(gone, Y.createID(client, at))) {
            lost.push(`lost: the deletion of ${client}:${at}`)
            break
          }
    return lost
  }
}
