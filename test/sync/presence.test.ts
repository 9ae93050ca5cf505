import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { presenceFrame } from '../../server/rooms/frames.ts'
import {
  connect,
  createBoard,
  startOver,
  synced,
  type TestBoard,
  type TestServer,
} from '../server/running.ts'
import { rawClient } from './raw-client.ts'

let server: TestServer
let board: TestBoard
const open: { close: () => void }[] = []

beforeEach(async () => {
  server = await startOver()
  board = await createBoard(server)
})
afterEach(async () => {
  open.splice(0).forEach((one) => one.close())
  await server.close()
})

const join = async (name: string) => {
  const client = connect(server, board, board.keys.viewer)
  open.push(client)
  client.provider.awareness.setLocalState({ name })
  await synced(client.provider)
  return client
}

const namesSeenBy = ({ provider }: Awaited<ReturnType<typeof join>>): string[] =>
  [...provider.awareness.getStates().values()].map((state) => String(state['name'])).sort()

describe('who is at the table', () => {
  it('everybody sees who is here, who comes and who leaves', async () => {
    const anna = await join('Anna')
    const bruno = await join('Bruno')
    await vi.waitFor(() => {
      expect(namesSeenBy(anna)).toEqual(['Anna', 'Bruno'])
      expect(namesSeenBy(bruno)).toEqual(['Anna', 'Bruno'])
    })
    bruno.close()
    await vi.waitFor(() => expect(namesSeenBy(anna)).toEqual(['Anna']))
  })

  it('who loses the connection and comes back with the same document is seen again at once', async () => {
    const anna = await join('Anna')
    const bruno = await join('Bruno')
    await vi.waitFor(() => expect(namesSeenBy(anna)).toHaveLength(2))
    bruno.provider.disconnect()
    await vi.waitFor(() => expect(namesSeenBy(anna)).toEqual(['Anna']))
    bruno.provider.connect()
    await vi.waitFor(() => expect(namesSeenBy(anna)).toEqual(['Anna', 'Bruno']))
  })

  it('nobody speaks for somebody else, and a forged clock silences nobody', async () => {
    const anna = await join('Anna')
    const bruno = await join('Bruno')
    await vi.waitFor(() => expect(namesSeenBy(bruno)).toHaveLength(2))
    const thief = await rawClient(server, board, board.keys.editor)
    open.push(thief)
    thief.hello(4242)
    const entry = { clientId: anna.doc.clientID, clock: 2 ** 40, state: '{"name":"Falsa"}' }
    thief.send(presenceFrame([entry, { ...entry, state: 'null' }]))
    thief.send(presenceFrame([{ clientId: 4242, clock: 1, state: '{"name":"Terzo"}' }]))
    await vi.waitFor(() => expect(namesSeenBy(bruno)).toEqual(['Anna', 'Bruno', 'Terzo']))
    anna.provider.awareness.setLocalState({ name: 'Anna B.' })
    await vi.waitFor(() => expect(namesSeenBy(bruno)).toEqual(['Anna B.', 'Bruno', 'Terzo']))
  })

  it('a state that is too long or no object is left out', async () => {
    const bruno = await join('Bruno')
    const client = await rawClient(server, board, board.keys.editor)
    open.push(client)
    client.hello(7)
    client.send(presenceFrame([{ clientId: 7, clock: 1, state: JSON.stringify({ name: 'x'.repeat(5000) }) }]))
    client.send(presenceFrame([{ clientId: 7, clock: 2, state: '[1' }]))
    client.send(presenceFrame([{ clientId: 7, clock: 3, state: '{"name":"Breve"}' }]))
    await vi.waitFor(() => expect(namesSeenBy(bruno)).toEqual(['Breve', 'Bruno']))
  })
})
