import type { Logger } from 'pino'
import type { BoardId } from '../../shared/ids.ts'
import type { Metrics } from '../metrics.ts'
import type { BoardStore } from '../store/board-store.ts'
import type { Commits } from './commits.ts'
import type { Shelf } from './shelf.ts'
import type { SnapshotPace } from './snapshot-pace.ts'

export interface KeeperTools {
  readonly store: BoardStore
  readonly log: Logger
  readonly metrics: Metrics
}

/** Writes the snapshots of one board, one at a time, when its pace says so. */
export class SnapshotKeeper {
  #underWay: Promise<void> | null = null

  constructor(
    private readonly board: BoardId,
    private readonly tools: KeeperTools,
    private readonly commits: Commits,
    private readonly pace: SnapshotPace,
    private readonly shelf: Shelf,
    /** The state of the board as it is at the call. */
    private readonly encode: () => { readonly state: Uint8Array; readonly meta: Uint8Array },
    /** The document holds what nobody else will ever be told: it must not be gone on with. */
    private readonly diverged: (error: Error) => void,
  ) {}

  get isWriting(): boolean {
    return this.#underWay !== null
  }

  /** One more record is on disk. */
  added(bytes: number): void {
    if (this.pace.add(bytes) && !this.#underWay) void this.#start()
  }

  /** Writes one if there is anything since the last; resolves when it is done, or could not be. */
  async write(): Promise<void> {
    await this.#underWay
    if (this.pace.isBehind) await this.#start()
  }

  async #start(): Promise<void> {
    this.#underWay = this.#write()
    await this.#underWay
    this.#underWay = null
  }

  /** The state is encoded now; it is written once everything in it is durable, under the number of its last record. */
  async #write(): Promise<void> {
    const { state, meta } = this.encode()
    const { store, log, metrics } = this.tools
    try {
      const seq = await this.commits.settled()
      if (!this.shelf.covers(meta)) {
        metrics.divergences.inc()
        return this.diverged(new Error('the document holds what no record holds'))
      }
      this.pace.taken(state.byteLength)
      const end = metrics.snapshotSeconds.startTimer()
      await store.snapshot(this.board, { seq, state, meta })
      end()
      metrics.boardStateBytes.observe(state.byteLength)
      this.shelf.replace({ seq, state, meta })
    } catch (error) {
      this.pace.add(0)
      metrics.snapshotFailures.inc()
      log.warn({ event: 'snapshot.failed', board: this.board, err: error }, 'a snapshot could not be written')
    }
  }
}
