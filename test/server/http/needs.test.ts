import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as Y from 'yjs'
import { boardOf } from '../../../shared/board/board.ts'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { editCard } from '../../../shared/board/commands/edit-card.ts'
import { linkCards } from '../../../shared/board/commands/link-cards.ts'
import { mergeNeeds } from '../../../shared/board/commands/merge-needs.ts'
import { trashCards } from '../../../shared/board/commands/trash-cards.ts'
import type { NeedState } from '../../../server/http/needs.ts'
import type { CardId } from '../../../shared/ids.ts'
import {
  ask,
  askJson,
  connect,
  createBoard,
  startOver,
  synced,
  type TestBoard,
  type TestServer,
} from '../running.ts'

let server: TestServer
let board: TestBoard
beforeAll(async () => {
  server = await startOver()
})
afterAll(() => server.close())
beforeEach(async () => {
  board = await createBoard(server)
})

const send = (body: object) =>
  askJson<{ id: CardId; receipt: string }>(
    server,
    board.keys.contributor,
    'POST',
    `/api/boards/${board.id}/needs`,
    body,
  )
const stateOf = (receipt: string) =>
  askJson<NeedState>(server, board.keys.contributor, 'GET', `/api/boards/${board.id}/needs/${receipt}`)

async function atTable<T>(act: (doc: Y.Doc) => T | Promise<T>): Promise<T> {
  const { doc, provider, close } = connect(server, board, board.keys.editor)
  await synced(provider)
  const result = await act(doc)
  close()
  return result
}

const receiptOfMine = (): string => randomBytes(32).toString('base64url')
const needsOnTable = async (): Promise<number> =>
  (await atTable((doc) => [...boardOf(doc).cards.values()].filter((card) => card.kind === 'need'))).length

describe('a need sent again with the receipt that its sender chose', () => {
  it('is the same need', async () => {
    const receipt = receiptOfMine()
    const first = await send({ text: 'Manca un doposcuola', receipt })
    const again = await send({ text: 'Manca un doposcuola', receipt })
    expect(again).toEqual(first)
    expect(first.receipt).toBe(receipt)
    expect(await needsOnTable()).toBe(1)
  })

  it('is the same need while the first is still on its way to the disk', async () => {
    const receipt = receiptOfMine()
    const answers = await Promise.all([1, 2, 3].map(() => send({ text: 'Manca un doposcuola', receipt })))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect(await needsOnTable()).toBe(1)
  })

  it('is refused at another board, and when the receipt is not a secret', async () => {
    const receipt = receiptOfMine()
    await send({ text: 'Manca un doposcuola', receipt })
    board = await createBoard(server)
    const path = `/api/boards/${board.id}/needs`
    const elsewhere = await ask(server, board.keys.contributor, 'POST', path, { text: 'x', receipt })
    expect([elsewhere.status, await elsewhere.json()]).toMatchObject([409, { code: 'receiptTaken' }])
    const short = await ask(server, board.keys.contributor, 'POST', path, { text: 'x', receipt: 'abc' })
    expect(short.status).toBe(422)
    expect(await needsOnTable()).toBe(0)
  })
})

describe('a need from a phone', () => {
  it('stands on the board when it is answered for, with what was said and who said it', async () => {
    const long = `${'parola '.repeat(40)}fine`
    const { id, receipt } = await send({
      text: long,
      targetGroup: 'anziani',
      place: 'Lorenteggio',
      name: 'Anna',
    })
    expect(receipt).not.toBe(id)
    const card = await atTable((doc) => boardOf(doc).cards.get(id))
    expect(card).toMatchObject({
      kind: 'need',
      targetGroups: ['anziani'],
      places: ['Lorenteggio'],
      source: 'Anna',
    })
    expect(card?.title.length).toBeLessThanOrEqual(200)
    expect(`${card?.title ?? ''} ${card?.body ?? ''}`).toBe(long)
    const authors = await askJson<Record<string, { name: string }>>(
      server,
      board.keys.viewer,
      'GET',
      `/api/boards/${board.id}/authors`,
    )
    expect(authors[id]?.name).toBe('Anna')
  })

  it('reaches who is at the table, each in a place of its own', async () => {
    const { doc, provider, close } = connect(server, board, board.keys.viewer)
    await synced(provider)
    await Promise.all(Array.from({ length: 10 }, (_, n) => send({ text: `Bisogno ${n}` })))
    await vi.waitFor(() => expect(boardOf(doc).cards.size).toBe(10))
    expect(new Set([...boardOf(doc).cards.values()].map(({ at }) => at.join())).size).toBe(10)
    close()
  })

  it('is followed: raised, answered, financed, merged, not taken up, taken away', async () => {
    const { id, receipt } = await send({ text: 'Spazi' })
    expect(await stateOf(receipt)).toMatchObject({
      id,
      title: 'Spazi',
      state: 'raised',
      actions: [],
      cents: null,
    })
    const told = (state: object) =>
      vi.waitFor(async () => expect(await stateOf(receipt)).toMatchObject(state))

    const { doc, provider, close } = connect(server, board, board.keys.editor)
    await synced(provider)
    const action = addCard(doc, { kind: 'action', at: [400, 0], title: 'Portineria' })
    const fund = addCard(doc, { kind: 'fund', at: [800, 0], title: 'FSE', fields: { fund: 'ESF' } })
    if (!action || !fund) throw new Error('full')
    linkCards(doc, { kind: 'answers', from: action, to: id })
    await told({ state: 'answered', actions: ['Portineria'] })
    linkCards(doc, { kind: 'finances', from: fund, to: action, fields: { cents: 56_250_000 } })
    await told({ state: 'financed', actions: ['Portineria'], cents: 56_250_000 })
    const second = await send({ text: 'Spazi per giovani' })
    await vi.waitFor(() => expect(boardOf(doc).cards.has(second.id)).toBe(true))
    mergeNeeds(doc, id, [second.id])
    await vi.waitFor(async () =>
      expect(await stateOf(second.receipt)).toMatchObject({
        state: 'financed',
        into: 'Spazi',
        cents: 56_250_000,
      }),
    )
    const third = await send({ text: 'Altro' })
    await vi.waitFor(() => expect(boardOf(doc).cards.has(third.id)).toBe(true))
    editCard<'need'>(doc, third.id, { notTakenUp: 'già coperto' })
    await vi.waitFor(async () =>
      expect(await stateOf(third.receipt)).toMatchObject({ state: 'notTakenUp', because: 'già coperto' }),
    )
    trashCards(doc, [third.id])
    await vi.waitFor(async () => expect(await stateOf(third.receipt)).toMatchObject({ state: 'removed' }))
    const { needs } = await askJson<{ needs: NeedState[] }>(
      server,
      board.keys.contributor,
      'GET',
      `/api/boards/${board.id}/needs?receipts=${[receipt, second.receipt, 'nessuna'].join(',')}`,
    )
    expect(needs.map(({ state }) => state)).toEqual(['financed', 'financed'])
    close()
  })

  it.each([
    [{}, 'text'],
    [{ text: ' ' }, 'text'],
    [{ text: 'x', place: 'y'.repeat(501) }, 'place'],
    [{ text: 'x', name: 'y'.repeat(81) }, 'name'],
  ])('%j is refused, with the place', async (body, place) => {
    const response = await ask(server, board.keys.contributor, 'POST', `/api/boards/${board.id}/needs`, body)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ place })
  })

  it('is not taken on an archived board, and a receipt of another board is nothing here', async () => {
    const { receipt } = await send({ text: 'Spazi' })
    const other = await createBoard(server)
    const elsewhere = await ask(
      server,
      other.keys.contributor,
      'GET',
      `/api/boards/${other.id}/needs/${receipt}`,
    )
    expect(elsewhere.status).toBe(404)
    await ask(server, board.keys.facilitator, 'PATCH', `/api/boards/${board.id}`, { archived: true })
    const refused = await ask(server, board.keys.contributor, 'POST', `/api/boards/${board.id}/needs`, {
      text: 'x',
    })
    expect(await refused.json()).toMatchObject({ status: 409, code: 'archived' })
    expect(await stateOf(receipt)).toMatchObject({ state: 'raised' })
  })
})
