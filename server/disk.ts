import type { StoreLog } from './store/store-log.ts'

export type DiskState = 'ok' | 'low' | 'full'

/** The disk the data are on. */
export interface DataDisk {
  /** Resolves with the free part, from 0 to 1. */
  free(): Promise<number>
  /** Writes something and syncs it; rejects when that cannot be. */
  tryWrite(): Promise<void>
}

/** Where nothing is on a disk there is always room. */
const NONE: DataDisk = { free: () => Promise.resolve(1), tryWrite: () => Promise.resolve() }

/** Under this free part the operator is told. */
const LOW = 0.15
/** Under this no board is opened; what is open goes on as long as the disk takes it. */
const FULL = 0.05
const EVERY_MS = 30_000
/** What was written so long ago says nothing of now. */
const FRESH_MS = 30_000

/** Watches the disk the data are on: how much room there is, and whether it takes anything while nobody writes. */
export class Disk {
  #ratio: number | null = null
  #state: DiskState = 'ok'
  readonly #timer: NodeJS.Timeout

  #wroteMs = -Infinity

  constructor(
    private readonly log: Pick<StoreLog, 'warn' | 'info'>,
    private readonly disk = NONE,
  ) {
    this.#timer = setInterval(() => void this.look(), EVERY_MS)
    this.#timer.unref()
  }

  get ratio(): number | null {
    return this.#ratio
  }

  /** Looks now; a disk that cannot be asked is as it was. */
  async look(): Promise<DiskState> {
    const ratio = await this.disk.free().catch(() => null)
    if (ratio === null) return this.#state
    this.#ratio = ratio
    const state = ratio < FULL ? 'full' : ratio < LOW ? 'low' : 'ok'
    if (state !== this.#state) this.#tell(state, ratio)
    this.#state = state
    return state
  }

  /** Something was written and synced just now. */
  wrote(): void {
    this.#wroteMs = performance.now()
  }

  /** Why nothing can be written; null when something was within half a minute, or can be now. */
  async fault(): Promise<string | null> {
    if (performance.now() - this.#wroteMs < FRESH_MS) return null
    try {
      await this.disk.tryWrite()
      this.wrote()
      return null
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #tell(state: DiskState, ratio: number): void {
    const freePercent = Math.floor(ratio * 100)
    if (state === 'ok') this.log.info({ event: 'disk.ok', freePercent }, 'there is room on the disk again')
    else
      this.log.warn(
        { event: `disk.${state}`, freePercent },
        state === 'low' ? 'the disk is filling up' : 'the disk is nearly full: no new boards are opened',
      )
  }
}
