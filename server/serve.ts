import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve as listen } from '@hono/node-server'
import type { Logger } from 'pino'
import { WebSocketServer } from 'ws'
import type { Audit } from './access/audit.ts'
import { createLimits, type Limits } from './access/limits.ts'
import { OpenSockets } from './access/open-sockets.ts'
import { hashOf } from './access/secrets.ts'
import type { Config } from './config.ts'
import { Disk, type DataDisk } from './disk.ts'
import { createApp } from './http/app.ts'
import { shownAuthors } from './http/authors.ts'
import { speakersOf } from './http/comments.ts'
import { presentAs } from './http/people.ts'
import { finishErasures } from './erasures.ts'
import type { House } from './house.ts'
import { replayHost } from './history/replay-host.ts'
import { memoryShelf, type Shelf } from './history/shelf.ts'
import { Stories } from './history/stories.ts'
import { createMetrics } from './metrics.ts'
import { BEAT_MS, FOLD_MS, FRAME_BYTES, REST_MS, TIDY_MS } from './rooms/limits.ts'
import { Rooms, type RoomsTools } from './rooms/rooms.ts'
import { Pulse } from './socket/socket.ts'
import { selectProtocol } from './socket/subprotocols.ts'
import { mountSync } from './socket/upgrade.ts'
import { finishRecords } from './sitting/agreement-record.ts'
import type { BoardStore } from './store/board-store.ts'
import { boardById } from './store/registry-boards.ts'
import type { Registry } from './store/registry.ts'
import type { Vault } from './store/vault.ts'

export interface Kept {
  readonly store: BoardStore
  readonly registry: Registry
  readonly audit: Audit
  readonly vault: Vault
  /** Absent where nothing is on disk, as is the next. */
  readonly freeze?: House['freeze']
  readonly disk?: DataDisk
  /** In the clear; only its hash goes further than this file. */
  readonly operatorKey: string
  /** Where what is derived of the boards' stories is put; without it they are derived anew by each server. */
  readonly shelf?: Shelf
  /** Programmes beside those of the product. */
  readonly packs?: House['packs']
}

export interface Served {
  readonly port: number
  /** Stops taking work, waits until what was taken is durable, and closes every socket. The store is the caller's. */
  close(): Promise<void>
}

/** How fast time passes for the rooms, and how fast others may be; tests have less patience. */
export interface Pacing extends Partial<Pick<RoomsTools, 'restMs' | 'foldMs' | 'evictMs' | 'snapshotAfter'>> {
  readonly limits?: Limits
  /** How often sockets are sent data, and slow readers looked at. */
  readonly beatMs?: number
  /** How often boards are looked for that keep the log long. */
  readonly catchUpMs?: number
}

const PING_MS = 30_000
const STOP_MS = 8000
const CATCH_UP_MS = 10 * 60_000

/** Puts the house together over what is kept, and listens. Rejects when the port cannot be had. */
export async function serve(
  config: Config,
  {
    store,
    registry,
    audit,
    vault,
    freeze,
    disk: dataDisk,
    operatorKey,
    shelf = memoryShelf(),
    packs = [],
  }: Kept,
  log: Logger,
  { limits = createLimits(), beatMs = BEAT_MS, catchUpMs = CATCH_UP_MS, ...pace }: Pacing = {},
): Promise<Served> {
  const metrics = createMetrics()
  let stopping = false
  const rooms = new Rooms({
    store,
    log,
    metrics,
    now: Date.now,
    restMs: REST_MS,
    foldMs: FOLD_MS,
    ...pace,
    factsOf: (board) => boardById(registry, board) ?? { generation: 1, archived: false, cursors: true },
    personOf: (participant) => presentAs(registry, participant),
    tellAuthors: (fresh) => JSON.stringify(Object.fromEntries(shownAuthors(registry, fresh))),
    tellSpeakers: (said) => JSON.stringify(Object.fromEntries(speakersOf(registry, said))),
  })
  const openSockets = new OpenSockets(Date.now)
  const stories = new Stories(store, shelf, replayHost())
  await stories.tidy((board) => boardById(registry, board) !== null)
  const disk = new Disk(log, dataDisk)
  await disk.look()
  const house: House = {
    config,
    packs,
    store,
    registry,
    rooms,
    stories,
    log,
    metrics,
    operatorHash: hashOf(operatorKey),
    limits,
    openSockets,
    disk,
    audit,
    vault,
    ...(freeze && { freeze }),
    now: Date.now,
    isStopping: () => stopping,
  }
  await finishErasures(house)
  await finishRecords(house)
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: FRAME_BYTES,
    perMessageDeflate: false,
    handleProtocols: selectProtocol,
  })
  const stopMeasuring = metrics.watch({
    connections: () => openSockets.byRole(),
    slowClients: () => rooms.slowReaders(),
    boards: () => rooms.loaded().length,
    isDegraded: () => store.status().kind === 'degraded',
    uncommittedBytes: () => store.figures().waitingBytes,
    logSegments: () => store.figures().segments,
    cutBytes: () => store.figures().cutBytes,
    diskFree: () => disk.ratio,
  })
  const stopListening = store.onWrite(({ records, seconds, syncSeconds }) => {
    disk.wrote()
    metrics.commitSeconds.observe(seconds)
    metrics.fsyncSeconds.observe(syncSeconds)
    metrics.commitBatch.observe(records)
  })
  const pulse = new Pulse()
  const app = createApp(house)
  const server = listen({
    fetch: app.fetch,
    port: config.port,
    ...(config.host !== undefined && { hostname: config.host }),
  }) as Server
  mountSync(server, sockets, house, pulse)
  await Promise.race([
    once(server, 'listening'),
    once(server, 'error').then(([error]) => Promise.reject(error)),
  ])
  void rooms.catchUp()
  const timers = [
    setInterval(() => rooms.beat(), beatMs),
    setInterval(() => void rooms.tidy(), TIDY_MS),
    setInterval(() => pulse.check(sockets.clients), PING_MS),
    setInterval(() => void rooms.catchUp(), catchUpMs),
  ]

  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      stopping = true
      timers.forEach(clearInterval)
      disk.stop()
      stopMeasuring()
      stopListening()
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      await rooms.close(performance.now() + STOP_MS)
      await stories.close()
      setTimeout(() => sockets.clients.forEach((socket) => socket.terminate()), 500).unref()
      setTimeout(() => server.closeAllConnections(), 1000).unref()
      await closed
    },
  }
}
