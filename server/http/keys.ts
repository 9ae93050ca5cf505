import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { newId } from '../../shared/ids.ts'
import { ROLES } from '../../shared/protocol/messages.ts'
import type { AuditEvent, KeyUse } from '../access/audit.ts'
import { hashOf, newSecret } from '../access/secrets.ts'
import type { House } from '../house.ts'
import type { KeyEntry } from '../store/registry-data.ts'
import { participantById } from '../store/registry-participants.ts'
import { addKey, changeKey, keysOf } from '../store/registry-keys.ts'
import { line, readJson } from './body.ts'
import type { Env } from './env.ts'
import { auditedBy, type Guards } from './guard.ts'
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
      throw tooMany(
        'Questo tavolo ha già troppi link: cambia o usa uno di quelli che ci sono.',
        'This board has too many links already: change or use one of those.',
      )
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
    const made = {
      what: 'made',
      at: entry.createdAt,
      key: entry.id,
      role,
      expiresAt: entry.expiresAt,
    } as const
    await house.audit.note(board.id, { ...made, by: auditedBy(c) })
    return c.json({ ...shown(entry), key, url: linkOf(c, house, board.id, role, key) }, 201)
  })

  app.get('/:id/keys', guards.member('facilitator'), async (c) => {
    const { board } = c.get('member')
    const uses = await house.audit.uses(board.id)
    return c.json({
      keys: keysOf(registry, board.id).map((key) => ({ ...shown(key), used: shownUse(uses.get(key.id)) })),
    })
  })

  app.get('/:id/keys/audit', guards.member('facilitator'), async (c) => {
    const { board } = c.get('member')
    const labels = new Map(keysOf(registry, board.id).map(({ id, label }) => [id, label]))
    const events = await house.audit.events(board.id)
    return c.json({
      events: events.map((event) => ({ ...event, label: labels.get(event.key) ?? '', name: nameOf(event) })),
    })
  })

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
        throw noSuchThing(
          'Questo link non c’è più: ricarica l’elenco.',
          'This link is no longer there: load the list again.',
        )
      case 'lastFacilitator':
        throw lastFacilitator()
      case 'revoked':
        return null
      case 'changed':
        house.openSockets.keyChanged(changed.key)
        await house.audit.note(changed.key.board, changeOf(c, changed.before, changed.key))
        return changed.key
    }
  }

  function changeOf(
    c: Context<Env>,
    before: KeyEntry,
    { id, role, expiresAt, revoked, label }: KeyEntry,
  ): AuditEvent {
    const common = { at: new Date(house.now()).toISOString(), key: id, by: auditedBy(c) }
    if (revoked) return { what: 'revoked', ...common }
    return {
      what: 'changed',
      ...common,
      ...(role !== before.role && { role }),
      ...(expiresAt !== before.expiresAt && { expiresAt }),
      ...(label !== before.label && { renamed: true as const }),
    }
  }

  /** Who did it or came, by the name they have now; empty for somebody without a name, or whose name was erased. */
  function nameOf(event: AuditEvent): string {
    const id =
      event.what === 'used' ? event.participant : event.by.kind === 'key' ? event.by.participant : null
    return (id && participantById(registry, id)?.name) ?? ''
  }

  function shownUse(use: KeyUse | undefined) {
    if (!use) return null
    const { firstAt, lastAt, lastBy, participants } = use
    const lastName = (lastBy && participantById(registry, lastBy)?.name) ?? ''
    return { firstAt, lastAt, lastName, participants: participants.size }
  }

  function endOf(expiresAt: string | null): string | null {
    if (expiresAt === null) return null
    if (Date.parse(expiresAt) <= house.now())
      throw wrongInput('expiresAt', {
        it: 'expiresAt: il giorno di scadenza è già passato, scegline uno futuro.',
        en: 'expiresAt: the last day is in the past, choose a later one.',
      })
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
