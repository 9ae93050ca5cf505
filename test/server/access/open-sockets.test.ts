import { describe, expect, it } from 'vitest'
import { SOCKETS } from '../../../server/access/limits.ts'
import { OpenSockets, type OpenSocket } from '../../../server/access/open-sockets.ts'
import type { BoardId, ParticipantId } from '../../../shared/ids.ts'

const aSocket = (change: Partial<OpenSocket> = {}): OpenSocket => ({
  board: 'tavolo' as BoardId,
  participant: 'anna' as ParticipantId,
  keyId: 'k',
  address: 'a',
  role: () => 'editor',
  become: () => undefined,
  close: () => undefined,
  ...change,
})

describe('[SYNC-40] open sockets', () => {
  it('are counted for a participant, a key without one, an address, a board and all together', () => {
    const sockets = new OpenSockets(() => 0)
    const fill = (count: number, change: (nth: number) => Partial<OpenSocket>): void => {
      for (let nth = 0; nth < count; nth++) sockets.enter(aSocket(change(nth)), null)
    }
    fill(SOCKETS.perParticipant, () => ({}))
    expect(sockets.tooMany(aSocket())).toBe('participant')
    expect(sockets.tooMany(aSocket({ participant: 'anonymous-k' as ParticipantId }))).toBeNull()
    fill(SOCKETS.perBoard - SOCKETS.perParticipant, (nth) => ({ participant: `p${nth}` as ParticipantId }))
    expect(sockets.tooMany(aSocket())).toBe('board')
    const elsewhere = (nth: number) => ({
      board: `t${Math.floor(nth / 900)}` as BoardId,
      participant: `q${nth}` as ParticipantId,
    })
    fill(SOCKETS.perAddress - SOCKETS.perBoard, elsewhere)
    expect(sockets.tooMany(aSocket(elsewhere(0)))).toBe('address')
    expect(sockets.tooMany(aSocket({ ...elsewhere(0), address: 'b' }))).toBeNull()
    fill(SOCKETS.perProcess - SOCKETS.perAddress, (nth) => ({
      board: `u${Math.floor(nth / 900)}` as BoardId,
      participant: `r${nth}` as ParticipantId,
      address: 'c',
    }))
    expect(sockets.tooMany(aSocket({ board: 'v' as BoardId, address: 'd' }))).toBe('process')
  })

  it('that are gone leave their place, once', () => {
    const sockets = new OpenSockets(() => 0)
    const leaves = Array.from({ length: SOCKETS.perParticipant }, () => sockets.enter(aSocket(), null))
    leaves[0]?.()
    leaves[0]?.()
    expect(sockets.size).toBe(SOCKETS.perParticipant - 1)
    expect(sockets.tooMany(aSocket())).toBeNull()
    sockets.enter(aSocket(), null)
    expect(sockets.tooMany(aSocket())).toBe('participant')
  })
})
