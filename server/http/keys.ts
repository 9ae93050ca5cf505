import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { newId } from '../../shared/ids.ts'
import { ROLES } from '../../shared/protocol/messages.ts'
import { hashOf, newSecret } from '../access/secrets.ts'
import type { House } from '../house.ts'
import type { KeyEntry } from '../store/registry-data.ts'
import { addKey, changeKey, keysOf } from '../store/registry-keys.ts'
import { line, readJson } from './body.ts'
import type { Env } from './env.ts'
import type { Guards } from './guard.ts'
import { linkOf } from './links.ts'
import { keyRevoked, lastFacilitator, noSuchThing, tooMany, wrongInput } from './problems.ts'

const MAX_KEYS = 200

const role = z.enum(ROLES)
const label = line(80)
const expiresAt = z.iso.datetime().nullable()

export const newKey = z.strictObject({
  role,
  label: label.default(''),
  expiresAt: expiresAt.default(null),
})
export const keyChange = z.strictObject({
  role: role.optional(),
  label: label.optional(),
  expiresAt: expiresAt.optional(),
})

/** The keys of one board: made, listed without their secret, changed, revoked. */
export function keys(house: House, guards: Guards): Hono<Env> {
  const { registry } = house
  const app = new Hono<Env>()

  app.post('/:id/keys', guards.member('facilitator'), async (c) => {
    const { role, label, expiresAt } = await readJson(c, newKey)
    const { board } = c.get('member')
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
      expiresAt: endOf(expiresAt),
      revoked: false,
    })
    return c.json({ ...shown(entry), key, url: linkOf(c, house, board.id, role, key) }, 201)
  })

  app.get('/:id/keys', guards.member('facilitator'), (c) =>
    c.json({ keys: keysOf(registry, c.get('member').board.id).map(shown) }),
  )

  app.patch('/:id/keys/:key', guards.member('facilitator'), async (c) => {
    const { role, label, expiresAt } = await readJson(c, keyChange)
    const key = await change(c, {
      ...(role !== undefined && { role }),
      ...(label !== undefined && { label }),
      ...(expiresAt !== undefined && { expiresAt: endOf(expiresAt) }),
    })
    if (!key) throw keyRevoked()
    return c.json(shown(key))
  })

  app.delete('/:id/keys/:key', guards.member('facilitator'), async (c) => {
    await change(c, { revoked: true })
    return c.body(null, 204)
  })

  /** Changes the key of the address, and what it lets open sockets do; null if it was revoked before. */
  async function change(
    c: Context<Env, '/:id/keys/:key'>,
    wanted: Parameters<typeof changeKey>[3],
  ): Promise<KeyEntry | null> {
    const changed = await changeKey(registry, c.get('member').board.id, c.req.param('key'), wanted)
    switch (changed.kind) {
      case 'missing':
        throw noSuchThing('Questo tavolo non ha una chiave così.', 'This board has no such key.')
      case 'lastFacilitator':
        throw lastFacilitator()
      case 'revoked':
        return null
      case 'changed':
        house.openSockets.keyChanged(changed.key)
        return changed.key
    }
  }

  function endOf(expiresAt: string | null): string | null {
    if (expiresAt === null) return null
    if (Date.parse(expiresAt) <= house.now())
      throw wrongInput('expiresAt', { it: 'expiresAt: è già passato.', en: 'expiresAt: it is in the past.' })
    return new Date(expiresAt).toISOString()
  }

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
