import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { AuditEvent } from '../../../server/access/audit.ts'
import type { Role } from '../../../shared/protocol/messages.ts'
import { rawClient } from '../../sync/raw-client.ts'
import { ask, askJson, createBoard, sitDown, startOver, type TestBoard, type TestServer } from '../running.ts'

interface Listed {
  readonly id: string
  readonly role: Role
  readonly used: { lastName: string; participants: number; firstAt: string; lastAt: string } | null
}

let server: TestServer
let board: TestBoard
beforeEach(async () => {
  server = await startOver()
  board = await createBoard(server)
})
afterEach(() => server.close())

const path = (more = '') => `/api/boards/${board.id}/keys${more}`
const audit = async () =>
  (
    await askJson<{ events: (AuditEvent & { name: string; label: string })[] }>(
      server,
      board.keys.facilitator,
      'GET',
      path('/audit'),
    )
  ).events

it('[SYNC-41] tells which key was made, changed and revoked, by whom and with which key', async () => {
  const anna = await sitDown(server, board, board.keys.facilitator, 'Anna')
  const as = { 'tavolo-participant': anna.token }
  const { id } = await askJson<{ id: string }>(
    server,
    board.keys.facilitator,
    'POST',
    path(),
    { role: 'editor', label: 'Bruno' },
    as,
  )
  await ask(
    server,
    board.keys.facilitator,
    'PATCH',
    path(`/${id}`),
    { role: 'viewer', label: 'Bruno B.' },
    as,
  )
  await ask(server, server.operatorKey, 'DELETE', path(`/${id}`))
  const ofKey = (await audit()).filter(({ key }) => key === id)
  expect(ofKey).toMatchObject([
    { what: 'made', role: 'editor', name: 'Anna', by: { kind: 'key', participant: anna.participant.id } },
    { what: 'changed', role: 'viewer', renamed: true, name: 'Anna', label: 'Bruno B.' },
    { what: 'revoked', name: '', by: { kind: 'key', id: 'operator', participant: null } },
  ])
  expect((await audit()).slice(0, 4).map(({ what }) => what)).toEqual(['made', 'made', 'made', 'made'])
})

it('[SYNC-41] tells when a key was used and how many came with it, over HTTP and the socket', async () => {
  const anna = await sitDown(server, board, board.keys.editor, 'Anna')
  const bruno = await sitDown(server, board, board.keys.facilitator, 'Bruno')
  const client = await rawClient(server, board, board.keys.editor, { token: bruno.token })
  await vi.waitFor(async () => {
    const { keys } = await askJson<{ keys: Listed[] }>(server, board.keys.facilitator, 'GET', path())
    const used = Object.fromEntries(keys.map(({ role, used }) => [role, used]))
    expect(used['editor']).toMatchObject({ lastName: 'Bruno', participants: 2 })
    expect(used['viewer']).toBeNull()
  })
  client.close()
  const text = JSON.stringify(await audit())
  expect(text).not.toMatch(/127\.0\.0\.1|::1/)
  for (const secret of [...Object.values(board.keys), anna.token, bruno.token])
    expect(text).not.toContain(secret)
})

it('[SYNC-41] goes with the board', async () => {
  const erase = vi.spyOn(server.audit, 'erase')
  await ask(server, board.keys.facilitator, 'DELETE', `/api/boards/${board.id}`)
  expect(erase).toHaveBeenCalledWith(board.id)
  expect(await server.audit.events(board.id)).toEqual([])
})
