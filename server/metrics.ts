import { monitorEventLoopDelay } from 'node:perf_hooks'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { ROLES, type Role } from '../shared/protocol/messages.ts'

const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]
const BYTES = [1e3, 1e4, 1e5, 1e6, 5e6, 1e7, 2e7]
const FRAMES = [1, 2, 5, 10, 20, 50, 100, 200, 500]
const KINDS = ['stateVector', 'write', 'presence', 'presenceQuery', 'message', 'unsound'] as const

/** What operators watch, in the words of Prometheus. No label ever carries an id, an address or a text. */
export type Metrics = ReturnType<typeof createMetrics>

/** Figures that are read when somebody asks for them. */
export interface Live {
  readonly connections: () => Readonly<Record<Role, number>>
  readonly slowClients: () => number
  readonly boards: () => number
  readonly isDegraded: () => boolean
  /** Bytes that wait for the disk. */
  readonly uncommittedBytes: () => number
  readonly logSegments: () => number
  /** Bytes that were cut off at the start, because a crash had cut a write short. */
  readonly cutBytes: () => number
  /** From 0 to 1; null where it is not known. */
  readonly diskFree: () => number | null
}

export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Counter({ name, help, labelNames, registers })
  const histogram = (name: string, help: string, buckets = SECONDS) =>
    new Histogram({ name, help, buckets, registers })
  collectDefaultMetrics({ register: registry, prefix: 'tavolo_' })
  const cut = counter('tavolo_recovery_truncated_bytes_total', 'Bytes of a torn write cut off at this start')
  const framesIn = counter('tavolo_frames_in_total', 'Frames received', ['type'])
  const framesOf = Object.fromEntries(KINDS.map((type) => [type, framesIn.labels({ type })]))

  return {
    registry,
    requests: counter('tavolo_http_requests_total', 'HTTP answers', ['method', 'status']),
    upgrades: counter('tavolo_ws_upgrades_total', 'WebSocket upgrades that were let in'),
    upgradesRejected: counter('tavolo_ws_upgrade_rejected_total', 'WebSocket upgrades refused', ['reason']),
    closed: counter('tavolo_ws_close_total', 'Sockets closed by the server', ['code']),
    /** Counts one frame of a kind; every frame passes here, so the counters are found beforehand. */
    frameIn: (type: (typeof KINDS)[number]): void => framesOf[type]?.inc(),
    rejected: counter('tavolo_frames_rejected_total', 'Write frames refused', ['reason']),
    updateBytes: counter('tavolo_update_bytes_total', 'Bytes of effective updates'),
    validateSeconds: histogram(
      'tavolo_validate_seconds',
      'Time to look at one update before the document sees it',
    ),
    ackSeconds: histogram('tavolo_ack_lag_seconds', 'From a write frame to its acknowledgement'),
    commitSeconds: histogram('tavolo_commit_seconds', 'Time to make a batch of records durable'),
    fsyncSeconds: histogram('tavolo_fsync_seconds', 'Time of the sync in it'),
    commitBatch: histogram('tavolo_commit_batch_size', 'Records made durable by one sync', FRAMES),
    slowReaders: counter(
      'tavolo_slow_readers_total',
      'Readers that fell behind and were told the rest in one',
    ),
    resyncs: counter('tavolo_resync_total', 'Clients told what they miss in one, or sent away to ask again', [
      'cause',
    ]),
    presenceDropped: counter('tavolo_presence_dropped_total', 'Presence not sent to slow readers'),
    boardLoadSeconds: histogram('tavolo_board_load_seconds', 'Time to load a board'),
    boardStateBytes: histogram('tavolo_board_state_bytes', 'Size of boards at their snapshots', BYTES),
    snapshotSeconds: histogram('tavolo_snapshot_seconds', 'Time to write a snapshot'),
    snapshotFailures: counter('tavolo_snapshot_failures_total', 'Snapshots that could not be written'),
    divergences: counter(
      'tavolo_divergence_total',
      'Boards whose document held what no record holds, and which were loaded anew',
    ),
    roomFailures: counter('tavolo_room_failures_total', 'Boards closed to be loaded anew'),
    /** Binds the figures that are read on demand; once. The returned function lets go of what measures. */
    watch(live: Live): () => void {
      const gauge = (name: string, help: string, read: () => number | null): void => {
        new Gauge({
          name,
          help,
          registers,
          collect() {
            this.set(read() ?? Number.NaN)
          },
        })
      }
      new Gauge({
        name: 'tavolo_ws_connections',
        help: 'Open sockets',
        labelNames: ['role'],
        registers,
        collect() {
          const counts = live.connections()
          for (const role of ROLES) this.set({ role }, counts[role])
        },
      })
      gauge('tavolo_slow_clients', 'Readers that have fallen behind now', live.slowClients)
      gauge('tavolo_boards_loaded', 'Boards in memory', live.boards)
      gauge('tavolo_store_degraded', '1 while nothing can be made durable', () => (live.isDegraded() ? 1 : 0))
      gauge('tavolo_uncommitted_bytes', 'Bytes that wait for the disk', live.uncommittedBytes)
      gauge('tavolo_log_segments', 'Segments of the log that a start reads', live.logSegments)
      cut.inc(live.cutBytes())
      gauge('tavolo_disk_free_ratio', 'Free part of the data folder’s disk', live.diskFree)
      gauge('tavolo_rss_bytes', 'Memory of the process', () => process.memoryUsage.rss())
      const delay = monitorEventLoopDelay({ resolution: 20 })
      delay.enable()
      gauge('tavolo_eventloop_lag_seconds', 'Longest delay of the event loop since it was last asked', () => {
        const longest = delay.max / 1e9
        delay.reset()
        return longest
      })
      return () => delay.disable()
    },
  }
}
