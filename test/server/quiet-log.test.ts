import { readdir, readFile } from 'node:fs/promises'
import { connect as tcp } from 'node:net'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { ROUTES } from '../../server/http/routes.ts'
import { createLog } from '../../server/log.ts'
import { updateFrame } from '../../server/rooms/frames.ts'
import { openData } from '../../server/store/data-folder.ts'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { rawClient } from '../sync/raw-client.ts'
import { ask, connect, createBoard, sitDown, startOver, synced, temporaryFolder } from './running.ts'

// Words that nothing but what we send could hold.
const TEXT = 'Xylofonotesto'
const NAME = 'Zefirinanome'
const LABEL = 'Quarzoetichetta'
const WRONG = 'wrongkeyaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
const ADDRESS = '203.0.113.77'

/** Bytes as they are, to a server that must bear them. */
const shout = (port: number, bytes: string): Promise<void> =>
  new Promise((resolve) => {
    const socket = tcp(port, '127.0.0.1', () => socket.end(bytes))
    socket.on('error', () => resolve())
    socket.on('close', () => resolve())
    socket.resume()
  })

it('no key, token, text, name or address gets into any log line, nor a secret onto the disk, whatever is asked', async () => {
  const folder = await temporaryFolder()
  const place = join(folder.path, 'data')
  let said = ''
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      said += chunk.toString()
      done()
    },
  })
  // The server's own log with its own rules, into a string.
  const log = createLog('trace', sink)
  const warn = vi.spyOn(console, 'warn').mockImplementation((...words) => void (said += words.join(' ')))
  const data = await openData(place, { log })
  const server = await startOver({ ...data, log, env: { TAVOLO_TRUSTED_PROXIES: '127.0.0.1' } })
  const board = await createBoard(server, { title: TEXT, city: TEXT })
  const { token } = await sitDown(server, board, board.keys.editor, NAME)
  const keys = [server.operatorKey, ...Object.values(board.keys)]
  const headers = {
    'x-forwarded-for': ADDRESS,
    'tavolo-participant': token,
    'user-agent': NAME,
    cookie: `a=${WRONG}`,
  }

  // Every route, as everybody, with what it takes, what it does not take, and what is no JSON.
  const bodies = [
    { title: TEXT, text: TEXT, name: NAME, label: LABEL, role: 'viewer' },
    { [TEXT]: NAME },
    `{"${TEXT}`,
  ]
  for (const { method, path } of ROUTES.filter(({ method }) => method !== 'delete')) {
    const address = path.replace(':id', board.id).replace(/:(\w+)/g, TEXT)
    for (const key of [...keys, WRONG, null])
      for (const body of method === 'get' ? [undefined] : bodies)
        await ask(server, key, method.toUpperCase(), `${address}?q=${TEXT}`, body, headers).then((r) =>
          r.arrayBuffer(),
        )
  }
  const anna = connect(server, board, board.keys.editor, token)
  await synced(anna.provider)
  addCard(anna.doc, { kind: 'need', at: [0, 0], title: TEXT, body: TEXT })
  const doc = new Y.Doc()
  addCard(doc, { kind: 'need', at: [0, 0], title: TEXT })
  for (const frame of [
    updateFrame(Y.encodeStateAsUpdate(doc)),
    Uint8Array.of(110, 0, 5, 123, 34),
    Buffer.from(TEXT),
    Uint8Array.of(0, 2, 255),
  ]) {
    const viewer = await rawClient(server, board, board.keys.viewer, { token })
    viewer.send(frame)
    viewer.socket.send(TEXT)
    await viewer.closed
  }
  await (
    await rawClient(server, board, WRONG)
  ).closed
  await (
    await rawClient(server, board, board.keys.viewer, { token: WRONG })
  ).closed
  await rawClient(server, board, board.keys.viewer, { origin: `https://${NAME}.example` }).catch(
    () => undefined,
  )
  const port = Number(new URL(server.url).port)
  for (const bytes of [
    `GET /${TEXT} HTTP/9.9\r\n\r\n`,
    `GET /api/boards/${board.id} HTTP/1.1\r\nHost: ${NAME} ${NAME}\r\nAuthorization: Bearer ${keys[1] ?? ''}\r\n\r\n`,
    `POST /api/boards HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${keys[0] ?? ''}\r\nContent-Length: 9999\r\n\r\n${TEXT}`,
    `GET /sync/${board.id} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Protocol: key.${keys[2] ?? ''}\r\n\r\n`,
    `${TEXT}\0${WRONG}\r\n\r\n`,
  ])
    await shout(port, bytes)
  // A failure inside, with the request at hand.
  vi.spyOn(data.store, 'load').mockRejectedValueOnce(new Error('inside'))
  const empty = await createBoard(server).catch(() => null)
  expect(empty).toBeNull()
  anna.close()
  for (const { method, path } of ROUTES.filter(({ method }) => method === 'delete'))
    await ask(
      server,
      WRONG,
      method.toUpperCase(),
      path.replace(':id', board.id).replace(/:(\w+)/g, TEXT),
      undefined,
      headers,
    )
  await server.close()
  await data.close()
  warn.mockRestore()

  // The log did speak, of requests by their pattern alone.
  expect(said).toContain('"route":"/api/boards/:id/needs"')
  expect(said).toContain('"event":"request.failed"')
  for (const secret of [...keys, token, WRONG, TEXT, NAME, LABEL, ADDRESS, '127.0.0.1', '::1'])
    expect(said, secret.slice(0, 12)).not.toContain(secret)

  const files = (await readdir(place, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
  expect(files.length).toBeGreaterThan(4)
  for (const { parentPath, name } of files) {
    const bytes = await readFile(join(parentPath, name))
    for (const secret of [...keys.slice(1), token, WRONG, ADDRESS, '127.0.0.1'])
      expect(bytes.includes(secret), `${name}: ${secret.slice(0, 12)}`).toBe(false)
  }
  await folder.remove()
}, 120_000)
