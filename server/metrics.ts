import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

/** What operators watch, in the words of Prometheus. No label ever carries an id, an address or a text. */
export type Metrics = ReturnType<typeof createMetrics>

/** Figures that are read when somebody asks for them. */
export interface Live {
  readonly connections: () => number
  readonly boards: () => number
  readonly isDegraded: () => boolean
}

export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Counter({ name, help, labelNames, registers })
  const seconds = (name: string, help: string) => new Histogram({ name, help, buckets: SECONDS, registers })
  collectDefaultMetrics({ register: registry, prefix: 'tavolo_' })

  return {
    registry,
    requests: counter('tavolo_http_requests_total', 'HTTP answers', ['method', 'status']),
    upgrades: counter('tavolo_ws_upgrades_total', 'WebSocket upgrades', ['result']),
    closed: counter('tavolo_ws_close_total', 'Sockets closed by the server', ['code']),
    framesIn: counter('tavolo_frames_in_total', 'Frames received'),
    rejected: counter('tavolo_frames_rejected_total', 'Write frames refused', ['reason']),
    updateBytes: counter('tavolo_update_bytes_total', 'Bytes of effective updates'),
    validateSeconds: seconds(
      'tavolo_validate_seconds',
      'Time to look at one update before the document sees it',
    ),
    ackSeconds: seconds('tavolo_ack_lag_seconds', 'From a write frame to its acknowledgement'),
    slowReaders: counter(
      'tavolo_slow_readers_total',
      'Readers that fell behind and were told the rest in one',
    ),
    boardLoadSeconds: seconds('tavolo_board_load_seconds', 'Time to load a board'),
    snapshotFailures: counter('tavolo_snapshot_failures_total', 'Snapshots that could not be written'),
    roomFailures: counter('tavolo_room_failures_total', 'Boards closed to be loaded anew'),
    /** Binds the figures that are read on demand; once. */
    watch({ connections, boards, isDegraded }: Live): void {
      const gauge = (name: string, help: string, read: () => number): void => {
        new Gauge({
          name,
          help,
          registers,
          collect() {
            this.set(read())
          },
        })
      }
      gauge('tavolo_ws_connections', 'Open sockets', connections)
      gauge('tavolo_boards_loaded', 'Boards in memory', boards)
      gauge('tavolo_store_degraded', '1 while nothing can be made durable', () => (isDegraded() ? 1 : 0))
    },
  }
}
