import { Hono } from 'hono'
import { z } from 'zod'
import { newId } from '../../shared/ids.ts'
import { ROLES } from '../../shared/protocol/messages.ts'
import { hashOf, newSecret } from '../access/secrets.ts'
import type { House } from '../house.ts'
import type { KeyEntry } from '../store/registry-data.ts'
import { addKey, isKeyGood, keysOf, revokeKey } from '../store/registry-keys.ts'
import { line, readJson } from './body.ts'
import type { Env } from './env.ts'
import type { Guards } from './guard.ts'
import { linkOf } from './links.ts'
import { lastFacilitator, noSuchThing, tooMany, wrongInput } from './problems.ts'

const MAX_KEYS = 200

export const newKey = z.strictObject({
  role: z.enum(ROLES),
  label: line(80).default(''),
  expiresAt: z.iso.datetime().nullable().default(null),
})

/** The keys of one board: made, listed without their secret, revoked. */
export function keys(house: House, guards: Guards): Hono<Env> {
  const { registry } = house
  const app = new Hono<Env>()

  app.post('/:id/keys', guards.member('facilitator'), async (c) => {
    const { role, label, expiresAt } = await readJson(c, newKey)
    const { board } = c.get('member')
    if (expiresAt !== null && Date.parse(expiresAt) <= house.now())
      throw wrongInput('expiresAt', { it: 'expiresAt: è già passato.', en: 'expiresAt: it is in the past.' })
    if (keysOf(registry, board.id).length >= MAX_KEYS)
      throw tooMany('Questo tavolo ha già troppe chiavi.', 'This board has too many keys already.')
    const key = newSecret()
    const entry = await addKey(registry, {
      id: newId(),
      board: board.id,
      role,
      label,
      hash: hashOf(key),
      createdAt: new Date(house.now()).toISOString(),
      expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
      revoked: false,
    })
    return c.json({ ...shown(entry), key, url: linkOf(c, house, board.id, role, key) }, 201)
  })

  app.get('/:id/keys', guards.member('facilitator'), (c) =>
    c.json({ keys: keysOf(registry, c.get('member').board.id).map(shown) }),
  )

  app.delete('/:id/keys/:key', guards.member('facilitator'), async (c) => {
    const { board } = c.get('member')
    const id = c.req.param('key')
    const good = keysOf(registry, board.id).filter((key) => isKeyGood(key, house.now()))
    const facilitators = good.filter(({ role, expiresAt }) => role === 'facilitator' && expiresAt === null)
    if (facilitators.length === 1 && facilitators[0]?.id === id) throw lastFacilitator()
    if (!(await revokeKey(registry, board.id, id)))
      throw noSuchThing('Questo tavolo non ha una chiave così.', 'This board has no such key.')
    house.rooms.closeKey(id)
    return c.body(null, 204)
  })

  return app
}

const shown = ({ id, role, label, createdAt, expiresAt, revoked }: KeyEntry) => ({
  id,
  role,
  label,
  createdAt,
  expiresAt,
  revoked,
})
