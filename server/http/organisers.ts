import { Hono } from 'hono'
import { z } from 'zod'
import { newId } from '../../shared/ids.ts'
import { hashOf, newSecret } from '../access/secrets.ts'
import type { House } from '../house.ts'
import type { OrganiserEntry } from '../store/registry-data.ts'
import { addOrganiser, organisersOf, revokeOrganiser } from '../store/registry-organisers.ts'
import { filledLine, readJson } from './body.ts'
import type { Env } from './env.ts'
import type { Guards } from './guard.ts'
import { baseUrl } from './links.ts'
import { noSuchThing, tooMany } from './problems.ts'

const MAX_ORGANISERS = 500

export const newOrganiser = z.strictObject({ label: filledLine(80) })

/** Keys with which others than the operator may open boards. */
export function organisers(house: House, guards: Guards): Hono<Env> {
  const { registry } = house
  const app = new Hono<Env>()

  app.post('/', guards.organiser(true), async (c) => {
    const { label } = await readJson(c, newOrganiser)
    if (organisersOf(registry).length >= MAX_ORGANISERS)
      throw tooMany(
        'Ci sono già troppi link per aprire tavoli: revoca quelli che non servono più.',
        'There are too many organiser links already: revoke those that are no longer needed.',
      )
    const key = newSecret()
    const organiser = await addOrganiser(registry, {
      id: newId(),
      label,
      hash: hashOf(key),
      createdAt: new Date(house.now()).toISOString(),
      revoked: false,
    })
    return c.json({ ...shown(organiser), key, url: `${baseUrl(c, house)}/#organiser=${key}` }, 201)
  })

  app.get('/', guards.organiser(true), (c) => c.json({ organisers: organisersOf(registry).map(shown) }))

  app.delete('/:organiser', guards.organiser(true), async (c) => {
    const revoked = await revokeOrganiser(registry, c.req.param('organiser'))
    if (!revoked) throw noSuchThing('Non c’è nessun organizzatore così.', 'There is no such organiser.')
    return c.body(null, 204)
  })

  return app
}

const shown = ({ id, label, createdAt, revoked }: OrganiserEntry) => ({ id, label, createdAt, revoked })
