import { describe, expect, it, vi } from 'vitest'
import { presenceFrame, readFrame, stateVectorFrame } from '../../server/rooms/frames.ts'
import {
  ask,
  connect,
  sitDown,
  startOver,
  synced,
  type TestBoard,
  type TestServer,
} from '../server/running.ts'
import { freshTable } from './fresh-table.ts'
import { answersIn, rawClient } from './raw-client.ts'

let server: TestServer
let board: TestBoard
const open = freshTable((made) => ({ server, board } = made))

const join = async (name: string, said: object = {}) => {
  const { token, participant } = await sitDown(server, board, board.keys.viewer, name)
  const client = { ...connect(server, board, board.keys.viewer, token), token, participant }
  open.push(client)
  client.provider.awareness.setLocalState({ ...said })
  await synced(client.provider)
  return client
}

type Joined = Awaited<ReturnType<typeof join>>

/** The others, as one is told of them. */
const othersSeenBy = ({ provider, doc }: Joined): Record<string, unknown>[] =>
  [...provider.awareness.getStates()].flatMap(([client, state]) => (client === doc.clientID ? [] : [state]))

const namesSeenBy = (one: Joined): string[] =>
  othersSeenBy(one)
    .map((state) => String(state['name']))
    .sort()

/** A socket of a named participant that speaks for itself. */
async function rawPerson(name: string, clientId: number, cursors?: boolean) {
  const { token } = await sitDown(server, board, board.keys.editor, name)
  const client = await rawClient(server, board, board.keys.editor, { token })
  open.push(client)
  client.hello(clientId, null, cursors)
  client.send(stateVectorFrame(Uint8Array.of(0)))
  await vi.waitFor(() => expect(answersIn(client.frames)).toHaveLength(1))
  let clock = 0
  return {
    ...client,
    says: (state: object) =>
      client.send(presenceFrame([{ clientId, clock: ++clock, state: JSON.stringify(state) }])),
    /** The lines it was told, oldest first. */
    told: () =>
      client.frames.flatMap((bytes) => {
        const frame = readFrame(bytes)
        return frame?.kind === 'presence'
          ? frame.entries.map(({ state }) => JSON.parse(state) as Record<string, unknown> | null)
          : []
      }),
  }
}

describe('who is at the table', () => {
  it('everybody sees who is here, who comes and who leaves', async () => {
    const anna = await join('Anna')
    const bruno = await join('Bruno')
    await vi.waitFor(() => {
      expect(namesSeenBy(anna)).toEqual(['Bruno'])
      expect(namesSeenBy(bruno)).toEqual(['Anna'])
    })
    bruno.close()
    await vi.waitFor(() => expect(namesSeenBy(anna)).toEqual([]))
  })

  it('who loses the connection and comes back with the same document is seen again at once', async () => {
    const anna = await join('Anna')
    const bruno = await join('Bruno')
    await vi.waitFor(() => expect(namesSeenBy(anna)).toEqual(['Bruno']))
    bruno.provider.disconnect()
    await vi.waitFor(() => expect(namesSeenBy(anna)).toEqual([]))
    bruno.provider.connect()
    await vi.waitFor(() => expect(namesSeenBy(anna)).toEqual(['Bruno']))
  })

  it('[SYNC-12] nobody speaks for somebody else, and a forged clock silences nobody', async () => {
    const anna = await join('Anna', { tool: 'select' })
    const bruno = await join('Bruno')
    await vi.waitFor(() => expect(namesSeenBy(bruno)).toEqual(['Anna']))
    const thief = await rawPerson('Terzo', 4242)
    const entry = { clientId: anna.doc.clientID, clock: 2 ** 40, state: '{"tool":"forged"}' }
    thief.send(presenceFrame([entry, { ...entry, state: 'null' }]))
    thief.says({})
    await vi.waitFor(() => expect(namesSeenBy(bruno)).toEqual(['Anna', 'Terzo']))
    anna.provider.awareness.setLocalState({ tool: 'link' })
    await vi.waitFor(() =>
      expect(othersSeenBy(bruno)).toContainEqual(expect.objectContaining({ name: 'Anna', tool: 'link' })),
    )
    expect(bruno.provider.awareness.meta.get(anna.doc.clientID)?.clock).toBeLessThan(2 ** 40)
  })

  it('[SYNC-19] everybody is shown as the registry knows them, whatever they say, also when they are called otherwise', async () => {
    const anna = await join('Anna')
    const bruno = await join('Bruno', {
      name: 'Anna',
      participant: anna.participant.id,
      role: 'facilitator',
      colour: '#000000',
    })
    const { id, colour } = bruno.participant
    await vi.waitFor(() =>
      expect(othersSeenBy(anna)).toEqual([
        { participant: id, name: 'Bruno', organisation: '', colour, role: 'viewer' },
      ]),
    )
    await ask(
      server,
      board.keys.viewer,
      'PATCH',
      `/api/boards/${board.id}/participants/me`,
      { name: 'Bruno C.' },
      { 'tavolo-participant': bruno.token },
    )
    // At once, though Bruno says nothing; and what he says afterwards is heard.
    await vi.waitFor(() => expect(namesSeenBy(anna)).toEqual(['Bruno C.']))
    bruno.provider.awareness.setLocalState({ name: 'Anna', cursor: [1, 1] })
    await vi.waitFor(() => expect(othersSeenBy(anna)).toMatchObject([{ name: 'Bruno C.', cursor: [1, 1] }]))
  })

  it('[SYNC-19] who comes with a key alone has no name, whatever they say', async () => {
    const anna = await join('Anna')
    const client = connect(server, board, board.keys.editor)
    open.push(client)
    client.provider.awareness.setLocalState({ name: 'Anna', participant: anna.participant.id })
    await vi.waitFor(() =>
      expect(othersSeenBy(anna)).toMatchObject([{ name: '', participant: null, role: 'editor' }]),
    )
  })

  it('[SYNC-12] a state that is too long or no object is left out', async () => {
    const bruno = await join('Bruno')
    const client = await rawPerson('Breve', 7)
    client.says({ cursor: 'x'.repeat(5000) })
    client.send(presenceFrame([{ clientId: 7, clock: 2, state: '[1' }]))
    client.send(presenceFrame([{ clientId: 7, clock: 3, state: '{"cursor":[3,3]}' }]))
    await vi.waitFor(() => expect(othersSeenBy(bruno)).toMatchObject([{ name: 'Breve', cursor: [3, 3] }]))
  })
})

describe('who is told where the others point', () => {
  it('[SYNC-20] a telephone is told who is here and at which card, and who leaves, but not where they point', async () => {
    const anna = await rawPerson('Anna', 1)
    anna.says({ cursor: [1, 1], editing: null })
    const [phone, desk] = [await rawPerson('Telefono', 2, false), await rawPerson('Bruno', 3)]
    await vi.waitFor(() => expect(desk.told()).toMatchObject([{ name: 'Anna', cursor: [1, 1] }]))
    anna.says({ cursor: [2, 2], editing: null })
    await vi.waitFor(() => expect(desk.told().at(-1)).toMatchObject({ cursor: [2, 2] }))
    anna.says({ cursor: [2, 2], editing: 'una-scheda' })
    await vi.waitFor(() => expect(desk.told().at(-1)).toMatchObject({ editing: 'una-scheda' }))
    anna.close()
    await vi.waitFor(() => expect(phone.told().at(-1)).toBeNull())
    expect(phone.told()).toMatchObject([
      { name: 'Anna', editing: null },
      { name: 'Anna', editing: 'una-scheda' },
      null,
    ])
    expect(JSON.stringify(phone.told())).not.toContain('cursor')
  })

  it('[SYNC-21] the facilitator switches cursors off for all at the board, at once, and on again; it holds for who comes later', async () => {
    const change = (cursors: boolean) =>
      ask(server, board.keys.facilitator, 'PATCH', `/api/boards/${board.id}`, { cursors })
    const [anna, desk] = [await rawPerson('Anna', 1), await rawPerson('Bruno', 3)]
    expect(desk.messages).toContainEqual(expect.objectContaining({ type: 'welcome', cursors: true }))
    anna.says({ cursor: [1, 1] })
    await vi.waitFor(() => expect(desk.told()).toMatchObject([{ cursor: [1, 1] }]))
    expect(await (await change(false)).json()).toMatchObject({ cursors: false })
    await vi.waitFor(() =>
      expect(desk.messages).toContainEqual({ type: 'event', name: 'cursors', detail: 'off' }),
    )
    // A client that does not know the event forgets the place too: it is told the line anew.
    await vi.waitFor(() => expect(desk.told().slice(1)).toMatchObject([{ name: 'Anna' }]))
    anna.says({ cursor: [2, 2] })
    const late = await rawPerson('Carla', 4)
    expect(late.messages).toContainEqual(expect.objectContaining({ type: 'welcome', cursors: false }))
    await vi.waitFor(() => expect(late.told()).toMatchObject([{ name: 'Anna' }]))
    expect(JSON.stringify([desk.told().slice(1), late.told()])).not.toContain('cursor')
    await change(true)
    await vi.waitFor(() => expect(desk.told().at(-1)).toMatchObject({ cursor: [2, 2] }))
    expect(desk.messages.at(-1)).toEqual({ type: 'event', name: 'cursors', detail: 'on' })
    anna.says({ cursor: [3, 3] })
    await vi.waitFor(() => expect(desk.told().at(-1)).toMatchObject({ cursor: [3, 3] }))
  })

  it('[SYNC-21] only a facilitator may, and a server that starts again remembers', async () => {
    const path = `/api/boards/${board.id}`
    expect((await ask(server, board.keys.editor, 'PATCH', path, { cursors: false })).status).toBe(403)
    await ask(server, board.keys.facilitator, 'PATCH', path, { cursors: false })
    const again = await startOver({ store: server.store, registry: server.registry })
    try {
      const client = await rawClient(again, board, board.keys.viewer)
      open.push(client)
      client.hello(9)
      await vi.waitFor(() =>
        expect(client.messages).toContainEqual(expect.objectContaining({ type: 'welcome', cursors: false })),
      )
    } finally {
      await again.close()
    }
  })
})
