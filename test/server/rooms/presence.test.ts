import { describe, expect, it } from 'vitest'
import { Presence, type Identity } from '../../../server/rooms/presence.ts'
import type { ParticipantId } from '../../../shared/ids.ts'

const anna: Identity = {
  participant: 'anna' as ParticipantId,
  name: 'Anna',
  organisation: 'Comune',
  colour: '#0066cc',
  role: 'editor',
}
const said = (state: object): string => JSON.stringify(state)

describe('the table of who is here', () => {
  it('[SYNC-19] signs each line with who it is, whatever the line says', () => {
    const presence = new Presence()
    const state = said({ name: 'Falsa', participant: 'bruno', role: 'facilitator', cursor: [1, 2] })
    expect(presence.put({ clientId: 1, clock: 1, state }, anna)).toBe(true)
    const [line] = presence.takeChanged(0).places
    expect(JSON.parse(line?.state ?? '')).toEqual({ ...anna, cursor: [1, 2] })
  })

  it('[SYNC-19] tells what changed since the last time, the last of each line', () => {
    const presence = new Presence()
    for (const clock of [1, 2, 3])
      presence.put({ clientId: 1, clock, state: said({ cursor: [clock, 0] }) }, anna)
    const { places } = presence.takeChanged(0)
    expect(places.map(({ clock, state }) => [clock, JSON.parse(state).cursor])).toEqual([[3, [3, 0]]])
    expect(presence.takeChanged(0)).toEqual({ places: [], people: [] })
  })

  it('[SYNC-20] who gets no places hears of people, not of the movements of their hands', () => {
    const presence = new Presence()
    const put = (clock: number, state: object): boolean =>
      presence.put({ clientId: 1, clock, state: said(state) }, anna)
    put(1, { cursor: [0, 0], drag: { ids: ['a'], by: [1, 1] }, editing: null })
    const [line] = presence.takeChanged(0).people
    expect(JSON.parse(line?.state ?? '')).toEqual({ ...anna, editing: null })
    put(2, { cursor: [9, 9], editing: null })
    expect(presence.takeChanged(50)).toMatchObject({ places: [{ clock: 2 }], people: [] })
    put(3, { cursor: [9, 9], editing: 'card' })
    expect(presence.takeChanged(100).people).toMatchObject([{ clock: 3 }])
    presence.leave(1)
    expect(presence.takeChanged(150).people).toEqual([{ clientId: 1, clock: 3, state: 'null' }])
  })

  it('[SYNC-20] who gets no places hears that a facilitator calls everybody', () => {
    const presence = new Presence()
    const gathers = { call: '1', look: { middle: [0, 0], width: 800, height: 600 } }
    presence.put({ clientId: 1, clock: 1, state: said({ cursor: [0, 0], look: {}, gathers }) }, anna)
    const [line] = presence.takeChanged(0).people
    expect(JSON.parse(line?.state ?? '')).toEqual({ ...anna, gathers })
  })

  it('[SYNC-20] says again that somebody is here before browsers take them for gone', () => {
    const presence = new Presence()
    const put = (clock: number): boolean =>
      presence.put({ clientId: 1, clock, state: said({ cursor: [clock, 0] }) }, anna)
    put(1)
    presence.takeChanged(0)
    put(2)
    expect(presence.takeChanged(9_999).people).toEqual([])
    put(3)
    expect(presence.takeChanged(10_000).people).toMatchObject([{ clock: 3 }])
  })

  it('[SYNC-19] is signed anew when somebody is called otherwise, and hears them afterwards with their own clock', () => {
    const presence = new Presence()
    const put = (clock: number): boolean =>
      presence.put({ clientId: 1, clock, state: said({ editing: `carta ${clock}` }) }, anna)
    put(4)
    presence.takeChanged(0)
    presence.resign(1, { ...anna, name: 'Anna Rossi' })
    const [line] = presence.takeChanged(50).people
    expect(line?.clock).toBe(5)
    expect(JSON.parse(line?.state ?? '')).toMatchObject({ name: 'Anna Rossi', editing: 'carta 4' })
    expect(put(4)).toBe(false)
    expect(put(5)).toBe(true)
    // Later than what was told before, or browsers would take it for old.
    expect(presence.takeChanged(100).people).toMatchObject([{ clock: 6 }])
    presence.resign(2, anna)
    expect(presence.takeChanged(150).people).toEqual([])
  })
})
