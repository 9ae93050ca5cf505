import type { HttpBindings } from '@hono/node-server'
import type { Membership, Organiser } from '../access/who.ts'
import type { BoardEntry } from '../store/registry-data.ts'

/** What the guards of a route leave for its handler. */
export interface Env {
  Bindings: HttpBindings
  Variables: {
    organiser: Organiser
    member: Membership & { readonly board: BoardEntry }
  }
}
