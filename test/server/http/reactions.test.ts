import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as Y from 'yjs'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { mergeNeeds, unmergeNeed } from '../../../shared/board/commands/merge-needs.ts'
import type { CardId } from '../../../shared/ids.ts'
import type { Reaction } from '../../../server/http/reactions.ts'
import { createLimits } from '../../../server/access/limits.ts'
import { rawClient } from '../../sync/raw-client.ts'
import {
  ask,
  askJson,
  connect,
  createBoard,
  sitDown,
  startOver,
  synced,
  type TestBoard,
  type TestServer,
} from '../running.ts'

const [SPACES, YOUTH] = ['spazi', 'giovani'] as unknown as [CardId, CardId]

let server: TestServer
let board: TestBoard
beforeAll(async () => {
  server = await startOver()
})
afterAll(() => server.close())
beforeEach(async () => {
  board = await createBoard(server)
})

interface Somebody {
  readonly token: string
  readonly id: string
}
const person = async (
  name: string,
  role: 'editor' | 'contributor' | 'viewer' = 'contributor',
): Promise<Somebody> => {
  const { participant, token } = await sitDown(server, board, board.keys[role], name)
  return { token, id: participant.id }
}

/** Somebody writes on the board. */
async function writes(who: Somebody, act: (doc: Y.Doc) => unknown): Promise<void> {
  const { doc, provider, close } = connect(server, board, board.keys.editor, who.token)
  await synced(provider)
  act(doc)
  // A later question on the same connection is answered after the edit was taken.
  await vi.waitFor(async () => expect((await needsOf(who)).length).toBeGreaterThan(0))
  close()
}

const proposes = (who: Somebody, id: CardId, title: string): Promise<void> =>
  writes(who, (doc) => addCard(doc, { kind: 'need', at: [0, 0], title, id }))

const path = (card?: CardId): string => `/api/boards/${board.id}/reactions${card ? `/${card}` : ''}`
const needsOf = async ({ token }: Somebody): Promise<Reaction[]> =>
  (
    await askJson<{ needs: Reaction[] }>(server, board.keys.viewer, 'GET', path(), undefined, {
      'tavolo-participant': token,
    })
  ).needs
const says = ({ token }: Somebody, card: CardId, method = 'PUT'): Promise<Reaction> =>
  askJson(server, board.keys.contributor, method, path(card), undefined, { 'tavolo-participant': token })
const countOf = async (who: Somebody, card: CardId): Promise<number | undefined> =>
  (await needsOf(who)).find(({ id }) => id === card)?.count

describe('[SIT-1] “è anche mio”', () => {
  it('counts a person once, and not who proposed the need', async () => {
    const [anna, bruno] = [await person('Anna', 'editor'), await person('Bruno')]
    await proposes(anna, SPACES, 'Spazi per i giovani')
    expect(await says(bruno, SPACES)).toEqual({
      id: SPACES,
      title: 'Spazi per i giovani',
      count: 1,
      mine: true,
      own: false,
    })
    expect((await says(bruno, SPACES)).count).toBe(1)
    expect(await says(anna, SPACES)).toMatchObject({ count: 1, mine: false, own: true })
    expect((await says(await person('Carla'), SPACES)).count).toBe(2)
  })

  it('is taken back by who said it, and by nobody else', async () => {
    const [anna, bruno, carla] = [
      await person('Anna', 'editor'),
      await person('Bruno'),
      await person('Carla'),
    ]
    await proposes(anna, SPACES, 'Spazi')
    await says(bruno, SPACES)
    expect(await says(carla, SPACES, 'DELETE')).toMatchObject({ count: 1, mine: false })
    expect(await says(bruno, SPACES, 'DELETE')).toMatchObject({ count: 0, mine: false })
  })

  it('of merged needs is added up by person, and taken back from all of them', async () => {
    const [anna, bruno, carla] = [
      await person('Anna', 'editor'),
      await person('Bruno', 'editor'),
      await person('Carla'),
    ]
    await proposes(anna, SPACES, 'Spazi')
    await proposes(bruno, YOUTH, 'Luoghi per ragazzi')
    for (const need of [SPACES, YOUTH]) await says(carla, need)
    await says(bruno, SPACES)
    await writes(anna, (doc) => mergeNeeds(doc, SPACES, [YOUTH]))
    await vi.waitFor(async () => expect(await needsOf(carla)).toHaveLength(1))
    // Bruno proposed one and said it of the other; Carla said it of both.
    expect(await needsOf(carla)).toMatchObject([{ id: SPACES, count: 2, mine: true }])
    expect(await says(carla, YOUTH, 'DELETE')).toMatchObject({ id: SPACES, count: 1, mine: false })
    await writes(anna, (doc) => unmergeNeed(doc, YOUTH))
    await vi.waitFor(async () => expect(await needsOf(carla)).toHaveLength(2))
    expect(await countOf(carla, SPACES)).toBe(1)
    expect(await countOf(carla, YOUTH)).toBe(0)
  })

  it('is told on the stream to everybody at the table', async () => {
    const anna = await person('Anna', 'editor')
    await proposes(anna, SPACES, 'Spazi')
    const reader = await rawClient(server, board, board.keys.viewer)
    reader.hello(77)
    await says(await person('Bruno'), SPACES)
    await vi.waitFor(() =>
      expect(reader.messages).toContainEqual({ type: 'event', name: 'reactions', detail: `{"${SPACES}":1}` }),
    )
    reader.close()
  })

  it('needs somebody with a token, a need that is there, and a table that is open', async () => {
    const [anna, bruno] = [await person('Anna', 'editor'), await person('Bruno')]
    await proposes(anna, SPACES, 'Spazi')
    const status = async (key: string, card: CardId, token?: string): Promise<number> =>
      (await ask(server, key, 'PUT', path(card), undefined, token ? { 'tavolo-participant': token } : {}))
        .status
    expect(await status(board.keys.contributor, SPACES)).toBe(401)
    expect(await status(board.keys.contributor, SPACES, 'di-nessuno')).toBe(401)
    expect(await status(board.keys.viewer, SPACES, bruno.token)).toBe(403)
    expect(await status(board.keys.contributor, 'altrove' as CardId, bruno.token)).toBe(404)
    await ask(server, board.keys.facilitator, 'PATCH', `/api/boards/${board.id}`, { archived: true })
    expect(await status(board.keys.contributor, SPACES, bruno.token)).toBe(409)
    expect(await countOf(bruno, SPACES)).toBe(0)
  })
})

it('[SIT-2] who says so too often is asked to wait', async () => {
  let nowMs = 0
  const slow = await startOver({ limits: createLimits(() => nowMs) })
  const usual = server
  server = slow
  try {
    board = await createBoard(server)
    const [anna, bruno] = [await person('Anna', 'editor'), await person('Bruno')]
    await proposes(anna, SPACES, 'Spazi')
    const again = async (): Promise<number> =>
      (
        await ask(server, board.keys.contributor, 'PUT', path(SPACES), undefined, {
          'tavolo-participant': bruno.token,
        })
      ).status
    for (let time = 0; time < 60; time++) expect(await again()).toBe(200)
    expect(await again()).toBe(429)
    nowMs += 500
    expect(await again()).toBe(200)
  } finally {
    server = usual
    await slow.close()
  }
})
