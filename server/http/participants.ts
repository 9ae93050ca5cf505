import { Hono } from 'hono'
import { z } from 'zod'
import { newId, type BoardId, type ParticipantId } from '../../shared/ids.ts'
import { hashOf, newSecret } from '../access/secrets.ts'
import type { House } from '../house.ts'
import type { ParticipantEntry } from '../store/registry-data.ts'
import {
  addParticipant,
  participantById,
  participantsOf,
  removeParticipant,
  updateParticipant,
} from '../store/registry-participants.ts'
import { line, readJson } from './body.ts'
import { PERSON_COLOURS } from '../../shared/protocol/person-colours.ts'
import type { Env } from './env.ts'
import { actorOf, refuseWeaker, type Guards } from './guard.ts'
import { noSuchThing, participantNeeded, tooFast, tooMany } from './problems.ts'

const NAME = 80
const MAX_PARTICIPANTS = 10_000

export const newParticipant = z.strictObject({
  name: line(NAME).default(''),
  organisation: line(NAME).default(''),
})
export const participantChange = z.strictObject({
  name: line(NAME).optional(),
  organisation: line(NAME).optional(),
})

/** Sitting down at a board: a key says what one may do, a participant who one is. */
export function participants(house: House, guards: Guards): Hono<Env> {
  const app = new Hono<Env>()

  app.post('/:id/participants', guards.member('viewer'), async (c) => {
    const { name, organisation } = await readJson(c, newParticipant)
    const waitMs = house.limits.sitting.take(c.get('member').keyId)
    if (waitMs > 0) throw tooFast(waitMs)
    const { entry, token } = await seat(house, c.get('member').board.id, name, organisation)
    house.audit.used(entry.board, c.get('member').keyId, entry.id)
    return c.json({ participant: shown(entry), token }, 201)
  })

  app.patch('/:id/participants/me', guards.member('viewer'), async (c) => {
    const { name, organisation } = await readJson(c, participantChange)
    const { board, participant } = c.get('member')
    const changed =
      participant &&
      (await updateParticipant(house.registry, participant, {
        ...(name !== undefined && { name }),
        ...(organisation !== undefined && { organisation }),
      }))
    if (!changed) throw participantNeeded()
    house.rooms.renamed(board.id, changed.id)
    return c.json({ participant: shown(changed) })
  })

  app.delete('/:id/participants/:participant', guards.member('viewer'), async (c) => {
    const { board } = c.get('member')
    const id = c.req.param('participant') as ParticipantId
    if (actorOf(c) !== id) refuseWeaker(c, 'facilitator')
    if (participantById(house.registry, id)?.board !== board.id)
      throw noSuchThing(
        'A questo tavolo non c’è nessun partecipante così.',
        'There is no such participant here.',
      )
    await removeParticipant(house.registry, id)
    house.openSockets.closeParticipant(id)
    return c.body(null, 204)
  })

  return app
}

const shown = ({ id, name, organisation, colour }: ParticipantEntry) => ({ id, name, organisation, colour })

/** Makes a participant of a board; the token is shown once. */
export async function seat(
  house: House,
  board: BoardId,
  name: string,
  organisation: string,
): Promise<{ entry: ParticipantEntry; token: string }> {
  const there = participantsOf(house.registry, board).length
  if (there >= MAX_PARTICIPANTS)
    throw tooMany(
      'A questo tavolo sono già entrate troppe persone: entra come chi eri, o chiedi a chi facilita.',
      'Too many people entered this board: come back as who you were, or ask whoever facilitates.',
    )
  const token = newSecret()
  const entry = await addParticipant(house.registry, {
    id: newId<ParticipantId>(),
    board,
    name,
    organisation,
    colour: PERSON_COLOURS[there % PERSON_COLOURS.length] ?? PERSON_COLOURS[0],
    tokenHash: hashOf(token),
    createdAt: new Date(house.now()).toISOString(),
  })
  return { entry, token }
}
