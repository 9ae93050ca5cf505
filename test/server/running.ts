import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino, type Logger } from 'pino'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { readConfig } from '../../server/config.ts'
import type { Audit } from '../../server/access/audit.ts'
import type { Limits } from '../../server/access/limits.ts'
import { memoryAudit } from '../../server/access/memory-audit.ts'
import type { Shelf } from '../../server/history/shelf.ts'
import { serve, type Kept } from '../../server/serve.ts'
import type { BoardStore } from '../../server/store/board-store.ts'
import { memoryStore } from '../../server/store/memory-store.ts'
import { memoryRegistry, type Registry } from '../../server/store/registry.ts'
import { memoryVault, type Vault } from '../../server/store/vault.ts'
import type { BoardId, ParticipantId } from '../../shared/ids.ts'
import type { Role } from '../../shared/protocol/messages.ts'

/** A server under test, answering on a port the system chose. */
export interface TestServer {
  readonly url: string
  readonly operatorKey: string
  readonly registry: Registry
  readonly store: BoardStore
  readonly audit: Audit
  readonly vault: Vault
  close(): Promise<void>
}

export interface TestBoard {
  readonly id: BoardId
  readonly keys: Readonly<Record<Role, string>>
  readonly urls: Readonly<Record<Role, string>>
}

export const OPERATOR = 'operator-of-the-tests'

/** A server over given stores; by default in memory. Times are short so that nobody waits for a minute to pass. */
export async function startOver({
  store = memoryStore(),
  registry = memoryRegistry(),
  audit = memoryAudit(),
  vault = memoryVault(),
  shelf,
  freeze,
  disk,
  log = pino({ level: 'silent' }),
  restMs = 100,
  foldMs = 60_000,
  evictMs = 60_000,
  beatMs,
  env = {},
  limits,
}: {
  readonly store?: BoardStore
  readonly registry?: Registry
  readonly audit?: Audit
  readonly vault?: Vault
  readonly shelf?: Shelf
  readonly freeze?: Kept['freeze']
  readonly disk?: Kept['disk']
  readonly log?: Logger
  readonly restMs?: number
  readonly foldMs?: number
  readonly evictMs?: number
  readonly beatMs?: number
  readonly env?: Readonly<Record<string, string>>
  readonly limits?: Limits
} = {}): Promise<TestServer> {
  const reading = readConfig({ PORT: '0', HOST: '127.0.0.1', ...env })
  if (!reading.ok) throw new Error(reading.problems.join('\n'))
  const served = await serve(
    reading.config,
    {
      store,
      registry,
      audit,
      vault,
      ...(freeze && { freeze }),
      ...(disk && { disk }),
      operatorKey: OPERATOR,
      ...(shelf && { shelf }),
    },
    log,
    { restMs, foldMs, evictMs, ...(beatMs !== undefined && { beatMs }), ...(limits && { limits }) },
  )
  return {
    url: `http://127.0.0.1:${served.port}`,
    operatorKey: OPERATOR,
    registry,
    store,
    audit,
    vault,
    close: () => served.close(),
  }
}

/** A folder for data that goes away with `remove`. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'tavolo-test-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** One request; a body is sent as JSON. */
export const ask = (
  server: Pick<TestServer, 'url'>,
  key: string | null,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  fetch(server.url + path, {
    method,
    headers: {
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: bodyOf(body) }),
  })

/** Texts and files go as they are, everything else as JSON. */
const bodyOf = (body: unknown): string | Uint8Array<ArrayBuffer> =>
  typeof body === 'string' ? body : body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body)

export async function askJson<T>(...request: Parameters<typeof ask>): Promise<T> {
  const response = await ask(...request)
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
  return (await response.json()) as T
}

export const createBoard = (
  server: Pick<TestServer, 'url' | 'operatorKey'>,
  board: { title?: string; programme?: string; city?: string; model?: string } = {},
): Promise<TestBoard> =>
  askJson<TestBoard>(server, server.operatorKey, 'POST', '/api/boards', {
    title: 'Quartieri Connessi',
    programme: 'pon-metro-2014-2020',
    city: 'Milano',
    ...board,
  })

export const sitDown = (
  server: Pick<TestServer, 'url'>,
  board: TestBoard,
  key: string,
  name: string,
): Promise<{ participant: { id: ParticipantId; name: string; colour: string }; token: string }> =>
  askJson(server, key, 'POST', `/api/boards/${board.id}/participants`, { name, organisation: '' })

/** A stock y-websocket provider with a document of its own, as anybody's script would make it. */
export function connect(
  server: Pick<TestServer, 'url'>,
  board: Pick<TestBoard, 'id'>,
  key: string,
  token?: string,
  doc: Y.Doc = new Y.Doc(),
  options: {
    readonly connect?: boolean
    readonly maxBackoffTime?: number
    readonly WebSocketPolyfill?: typeof globalThis.WebSocket
  } = {},
): { doc: Y.Doc; provider: WebsocketProvider; close: () => void } {
  const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/sync`, board.id, doc, {
    protocols: ['tavolo', `key.${key}`, ...(token === undefined ? [] : [`who.${token}`])],
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    ...options,
  })
  // Each would listen for the end of this process, to tell the others; its socket ends then anyway.
  process.off('exit', provider._exitHandler)
  return {
    doc,
    provider,
    close: () => {
      provider.destroy()
      doc.destroy()
    },
  }
}

/** Resolves when the provider has the whole board. */
export const synced = (provider: WebsocketProvider): Promise<void> =>
  provider.synced ? Promise.resolve() : new Promise((resolve) => provider.once('sync', () => resolve()))
