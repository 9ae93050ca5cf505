import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { readFrame, stateVectorFrame, updateFrame } from '../../server/rooms/frames.ts'
import { createBoard, startOver, type TestBoard, type TestServer } from '../server/running.ts'
import { answersIn, rawClient, type RawClient } from './raw-client.ts'

const EVERY_MS = 2000
const NOTHING = Uint8Array.of(0)

let server: TestServer
let board: TestBoard
let client: RawClient

beforeEach(async () => {
  server = await startOver()
  board = await createBoard(server)
  client = await rawClient(server, board, board.keys.editor)
})
afterEach(async () => {
  client.close()
  await server.close()
})

describe('[SYNC-22] who asks for the board again and again', () => {
  it('is answered at once, then every two seconds, the last question for all of them', async () => {
    const mine = new Y.Doc()
    client.hello(mine.clientID)
    addCard(mine, { kind: 'note', at: [0, 0], title: 'una carta' })
    client.send(updateFrame(Y.encodeStateAsUpdate(mine)))
    await vi.waitFor(() =>
      expect(client.messages).toContainEqual(expect.objectContaining({ type: 'persisted' })),
    )
    const fromMs = performance.now()
    for (let n = 0; n < 200; n++) client.send(stateVectorFrame(NOTHING))
    // The last one asks for what is new to somebody who has everything.
    client.send(stateVectorFrame(Y.encodeStateVector(mine)))
    await vi.waitFor(() => expect(answersIn(client.frames).length).toBeGreaterThan(1), { timeout: 10_000 })
    const most = 1 + Math.ceil((performance.now() - fromMs) / EVERY_MS)
    const answers = answersIn(client.frames)
    expect(answers.length).toBeLessThanOrEqual(most)
    const [first, last] = [answers[0], answers.at(-1)].map((frame) => holds(frame ?? NOTHING))
    expect(first).toEqual(['una carta'])
    expect(last).toEqual([])
  })
})

/** Titles of the cards that an answer holds. */
function holds(answer: Uint8Array): string[] {
  const frame = readFrame(answer)
  const doc = new Y.Doc()
  if (frame?.kind === 'write') Y.applyUpdate(doc, frame.update)
  return [...doc.getMap<Y.Map<unknown>>('cards').values()].map((card) => String(card.get('title')))
}
