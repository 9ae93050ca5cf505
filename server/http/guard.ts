import type { Context, MiddlewareHandler } from 'hono'
import type { BoardId, ParticipantId } from '../../shared/ids.ts'
import { ROLES, type Role } from '../../shared/protocol/messages.ts'
import { Pace } from '../access/pace.ts'
import { hashOf } from '../access/secrets.ts'
import { anonymousOf, entryWith, organiserWith, participantWith } from '../access/who.ts'
import type { House } from '../house.ts'
import { boardById } from '../store/registry-boards.ts'
import type { Env } from './env.ts'
import { archived, keyNeeded, keyUnknown, noSuchBoard, notAllowed, tooFast } from './problems.ts'

/** One key may be shared by a whole room, whose browsers all ask at once when something happens. */
const REQUESTS = { perSecond: 100, burst: 2000 }

export interface Guards {
  /** Lets in the operator and organisers; `operatorOnly` the operator alone. */
  organiser(operatorOnly?: boolean): MiddlewareHandler<Env>
  /** Lets in who holds a key of the board in the address, of this role or a stronger one. */
  member(atLeast: Role): MiddlewareHandler<Env>
}

export function createGuards(house: House): Guards {
  const pace = new Pace(REQUESTS.perSecond, REQUESTS.burst)
  const paced = (c: Context): string => {
    const key = bearerOf(c)
    if (key === null) throw keyNeeded()
    const waitMs = pace.take(hashOf(key))
    if (waitMs > 0) throw tooFast(waitMs)
    return key
  }
  return {
    organiser:
      (operatorOnly = false) =>
      async (c, next) => {
        const key = paced(c)
        const organiser = organiserWith(house, key)
        if (!organiser) throw isKeyOfSomeBoard(house, key) ? notAllowed() : keyUnknown()
        if (operatorOnly && organiser.id !== 'operator') throw notAllowed()
        c.set('organiser', organiser)
        await next()
      },
    member: (atLeast) => async (c, next) => {
      const key = paced(c)
      const id = c.req.param('id') as BoardId
      const board = boardById(house.registry, id)
      if (!board) throw noSuchBoard()
      const entry = entryWith(house, key, id)
      if (entry.kind === 'unknownKey') throw keyUnknown()
      if (entry.kind === 'otherBoard' || isWeaker(entry.membership.role, atLeast)) throw notAllowed()
      c.set('member', { ...entry.membership, board })
      await next()
    },
  }
}

/** Whether writing is possible at all; call after the guard. */
export function refuseArchived(c: Context<Env>): void {
  if (c.get('member').board.archived) throw archived()
}

/** For what only some may do of a thing that more may; call after the guard. */
export function refuseWeaker(c: Context<Env>, atLeast: Role): void {
  if (isWeaker(c.get('member').role, atLeast)) throw notAllowed()
}

/** In whose name a member writes: the participant of the header `Tavolo-Participant`, or the key's anonymous one. */
export function actorOf(c: Context<Env>, house: House): ParticipantId {
  const { board, keyId } = c.get('member')
  const token = c.req.header('tavolo-participant')
  return (token && participantWith(house, token, board.id)) || anonymousOf(keyId)
}

const isWeaker = (role: Role, atLeast: Role): boolean => ROLES.indexOf(role) > ROLES.indexOf(atLeast)

const isKeyOfSomeBoard = (house: House, key: string): boolean =>
  entryWith(house, key, '' as BoardId).kind === 'otherBoard'

function bearerOf(c: Context): string | null {
  const match = /^Bearer +([A-Za-z0-9._~+/=-]{1,300})$/i.exec(c.req.header('authorization') ?? '')
  return match?.[1] ?? null
}
