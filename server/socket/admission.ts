import type { BoardId } from '../../shared/ids.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import { hashOf } from '../access/secrets.ts'
import { anonymousOf, entryWith, participantWith, type Membership } from '../access/who.ts'
import type { House } from '../house.ts'
import type { Guest } from '../rooms/session.ts'
import { boardById } from '../store/registry-boards.ts'
import { readOffer } from './subprotocols.ts'

/** Whether a socket may open, and as whom; else the close code that says why not. */
export type Admission =
  | {
      readonly ok: true
      readonly board: BoardId
      readonly guest: Guest
      readonly membership: Membership
      readonly address: string
    }
  | { readonly ok: false; readonly code: number; readonly reason: string }

/**
 * Looks at what a socket offers (`Sec-WebSocket-Protocol`) and where it comes from (sealed). Call it in the turn in which
 * the socket is put among the open ones: in between a key could be revoked unseen.
 */
export function admit(house: House, board: BoardId, offered: string | undefined, address: string): Admission {
  const { key, token } = readOffer(offered)
  const { guesses } = house.limits
  if (house.isStopping()) return { ok: false, code: CLOSE.overloaded, reason: 'shutdown' }
  if (!boardById(house.registry, board)) return { ok: false, code: CLOSE.gone, reason: 'no such board' }
  if (key === null) return { ok: false, code: CLOSE.loginNeeded, reason: 'no key' }
  const hash = hashOf(key)
  if (guesses.waitMs(address, hash) > 0)
    return { ok: false, code: CLOSE.tooFast, reason: 'too many wrong keys' }
  const entry = entryWith(house, key, board)
  if (entry.kind === 'unknownKey') guesses.wrong(address)
  if (entry.kind !== 'member') return { ok: false, code: CLOSE.forbidden, reason: 'key' }
  const { membership } = entry
  const participant = token === null ? anonymousOf(membership.keyId) : participantWith(house, token, board)
  if (participant === null) {
    guesses.wrong(address)
    return { ok: false, code: CLOSE.loginNeeded, reason: 'participant' }
  }
  guesses.right(address, hash)
  const full = house.openSockets.tooMany({ board, participant, address })
  if (full) {
    const isShared = full === 'board' || full === 'process'
    return { ok: false, code: isShared ? CLOSE.overloaded : CLOSE.tooFast, reason: `full: ${full}` }
  }
  house.audit.used(board, membership.keyId, token === null ? null : participant)
  return { ok: true, board, guest: { participant, role: membership.role }, membership, address }
}
