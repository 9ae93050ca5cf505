import type { Context, MiddlewareHandler } from 'hono'
import type { BoardId, ParticipantId } from '../../shared/ids.ts'
import { ROLES, type Role } from '../../shared/protocol/messages.ts'
import { sealedAddress } from '../access/address.ts'
import type { By } from '../access/audit.ts'
import { hashOf } from '../access/secrets.ts'
import { anonymousOf, entryWith, organiserWith, participantWith } from '../access/who.ts'
import type { House } from '../house.ts'
import { boardById } from '../store/registry-boards.ts'
import type { Env } from './env.ts'
import {
  archived,
  keyNeeded,
  keyUnknown,
  noSuchBoard,
  notAllowed,
  tooFast,
  tooManyGuesses,
} from './problems.ts'

export interface Guards {
  /** Lets in the operator and organisers; `operatorOnly` the operator alone. */
  organiser(operatorOnly?: boolean): MiddlewareHandler<Env>
  /** Lets in who holds a key of the board in the address, of this role or a stronger one. */
  member(atLeast: Role): MiddlewareHandler<Env>
}

/** A key on its way in, and what is to be said of it. */
interface Caller {
  readonly key: string
  /** It was good: it is not counted as a guess from here. `as` is whose requests these are. */
  welcome(as: ParticipantId | null): void
  /** It was none. */
  unknown(): Error
}

export function createGuards(house: House): Guards {
  function callerOf(c: Context<Env>): Caller {
    const { addresses, keys, participants, guesses } = house.limits
    const address = addressOf(c, house)
    unlessTooFast(addresses.take(address))
    const key = bearerOf(c)
    if (key === null) throw keyNeeded()
    const hash = hashOf(key)
    const waitMs = guesses.waitMs(address, hash)
    if (waitMs > 0) throw tooManyGuesses(waitMs)
    return {
      key,
      welcome(as) {
        guesses.right(address, hash)
        unlessTooFast(as === null ? keys.take(hash) : participants.take(as))
      },
      unknown() {
        guesses.wrong(address)
        return keyUnknown()
      },
    }
  }

  return {
    organiser:
      (operatorOnly = false) =>
      async (c, next) => {
        const { key, welcome, unknown } = callerOf(c)
        const organiser = organiserWith(house, key)
        if (!organiser && !isKeyOfSomeBoard(house, key)) throw unknown()
        welcome(null)
        if (!organiser || (operatorOnly && organiser.id !== 'operator')) throw notAllowed()
        c.set('organiser', organiser)
        await next()
      },
    member: (atLeast) => async (c, next) => {
      const { key, welcome, unknown } = callerOf(c)
      const id = c.req.param('id') as BoardId
      const board = boardById(house.registry, id)
      if (!board) throw noSuchBoard()
      const entry = entryWith(house, key, id)
      if (entry.kind === 'unknownKey') throw unknown()
      const token = c.req.header('tavolo-participant')
      const participant = token ? participantWith(house, token, id) : null
      welcome(participant)
      if (entry.kind !== 'member' || isWeaker(entry.membership.role, atLeast)) throw notAllowed()
      house.audit.used(board.id, entry.membership.keyId, participant)
      c.set('member', { ...entry.membership, board, participant })
      await next()
    },
  }
}

/** Where a request comes from, sealed. */
export const addressOf = (c: Context<Env>, { config }: Pick<House, 'config'>): string =>
  sealedAddress(c.env?.incoming?.socket.remoteAddress, c.req.header('x-forwarded-for'), config.trustedProxies)

/** In whose name a key is made, changed or revoked, for the audit. */
export function auditedBy(c: Context<Env>): By {
  const { keyId, participant } = c.get('member')
  return { kind: 'key', id: keyId, participant }
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
export function actorOf(c: Context<Env>): ParticipantId {
  const { keyId, participant } = c.get('member')
  return participant ?? anonymousOf(keyId)
}

function unlessTooFast(waitMs: number): void {
  if (waitMs > 0) throw tooFast(waitMs)
}

const isWeaker = (role: Role, atLeast: Role): boolean => ROLES.indexOf(role) > ROLES.indexOf(atLeast)

const isKeyOfSomeBoard = (house: House, key: string): boolean =>
  entryWith(house, key, '' as BoardId).kind === 'otherBoard'

function bearerOf(c: Context): string | null {
  const match = /^Bearer +([A-Za-z0-9._~+/=-]{1,300})$/i.exec(c.req.header('authorization') ?? '')
  return match?.[1] ?? null
}
