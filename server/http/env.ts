import type { HttpBindings } from '@hono/node-server'
import type { ParticipantId } from '../../shared/ids.ts'
import type { Membership, Organiser } from '../access/who.ts'
import type { BoardEntry } from '../store/registry-data.ts'

/** What the guards of a route leave for its handler. */
export interface Env {
  Bindings: HttpBindings
  Variables: {
    organiser: Organiser
    /** `participant`: whose token the header `Tavolo-Participant` has; null for none of this board. */
    member: Membership & { readonly board: BoardEntry; readonly participant: ParticipantId | null }
  }
}
