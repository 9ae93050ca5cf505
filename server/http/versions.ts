import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { stateOf, type State } from '../../shared/agreement/agreement.ts'
import { newId, type BoardId, type ParticipantId } from '../../shared/ids.ts'
import type { House } from '../house.ts'
import type { Mark } from '../history/stories.ts'
import type { VersionEntry } from '../store/registry-data.ts'
import { agreementById } from '../store/registry-agreements.ts'
import { addVersion, MAX_VERSIONS, removeVersion, versionsOf } from '../store/registry-versions.ts'
import { filledLine, readJson } from './body.ts'
import type { Env } from './env.ts'
import { actorOf, type Guards } from './guard.ts'
import { personOf } from './people.ts'
import { noSuchMoment, noSuchThing, tooMany, versionProposed } from './problems.ts'

export const newVersion = z.strictObject({
  label: filledLine(80),
  note: z.string().max(500).default(''),
  seq: z.int().min(1).optional(),
})

/** Moments of a board that have a name. */
export function versions(house: House, guards: Guards): Hono<Env> {
  const app = new Hono<Env>()

  app.get('/:id/versions', guards.member('viewer'), (c) =>
    c.json({ versions: shownVersions(house, c.get('member').board.id) }),
  )

  app.post('/:id/versions', guards.member('editor'), async (c) => {
    const { label, note, seq } = await readJson(c, newVersion)
    const { id: board } = c.get('member').board
    const moment = await house.stories.mark(board, seq)
    if (!moment) throw noSuchMoment()
    const version = await keepVersion(house, board, moment, {
      label,
      note,
      by: actorOf(c),
      automatic: false,
    })
    return c.json(shown(house, version), 201)
  })

  app.delete('/:id/versions/:version', guards.member('facilitator'), async (c: Context<Env>) => {
    const [board, id] = [c.get('member').board.id, c.req.param('version') ?? '']
    if (agreementById(house.registry, board, id)) throw versionProposed()
    const isThere = await removeVersion(house.registry, board, id)
    if (!isThere)
      throw noSuchThing(
        'Questo momento non ha più un nome: qualcuno lo ha già tolto.',
        'This moment has no name any more: somebody took it away already.',
      )
    return c.body(null, 204)
  })

  return app
}

/** Gives a moment a name. Throws a Problem when the board has too many. */
export async function keepVersion(
  house: House,
  board: BoardId,
  { seq, hash }: Mark,
  how: { label: string; note: string; by: ParticipantId; automatic: boolean },
): Promise<VersionEntry> {
  const at = new Date(house.now()).toISOString()
  const kept = await addVersion(house.registry, { id: newId(), board, seq, sha256: hash, at, ...how })
  if (kept) return kept
  throw tooMany(
    `Questo tavolo ha già ${MAX_VERSIONS} momenti con un nome: chi facilita può toglierne qualcuno.`,
    `This board has ${MAX_VERSIONS} named moments already: a facilitator can remove some.`,
  )
}

/** The newest moment first. */
export const shownVersions = (house: House, board: BoardId) =>
  [...versionsOf(house.registry, board)]
    .reverse()
    .sort((a, b) => b.seq - a.seq)
    .map((one) => shown(house, one))

const shown = (
  { registry }: House,
  { id, board, seq, label, note, at, by, automatic, sha256 }: VersionEntry,
) => ({
  id,
  seq,
  label,
  note,
  at,
  by: personOf(registry, by),
  automatic,
  sha256,
  /** What became of it when it was proposed to the partners; null of one that was not. */
  agreement: proposedState(registry, board, id),
})

function proposedState(registry: House['registry'], board: BoardId, id: string): State | null {
  const agreement = agreementById(registry, board, id)
  return agreement && stateOf(agreement)
}
