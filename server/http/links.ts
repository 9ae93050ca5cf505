import type { Context } from 'hono'
import type { BoardId } from '../../shared/ids.ts'
import type { Role } from '../../shared/protocol/messages.ts'
import type { House } from '../house.ts'

/** The address people reach us under: the one the operator set, else the one this request was sent to. */
export function baseUrl(c: Context, { config }: Pick<House, 'config'>): string {
  return config.publicUrl ?? new URL(c.req.url).origin
}

/** A person's link to a board: the key is in the fragment, which browsers send to nobody. */
export const linkOf = (c: Context, house: House, board: BoardId, role: Role, key: string): string =>
  `${baseUrl(c, house)}/${role === 'contributor' ? 'p' : 'b'}/${board}#${key}`
