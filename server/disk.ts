import type { StoreLog } from './store/store-log.ts'

export type DiskState = 'ok' | 'low' | 'full'

/** Under this free part the operator is told. */
const LOW = 0.15
/** Under this no board is opened; what is open goes on as long as the disk takes it. */
const FULL = 0.05
const EVERY_MS = 30_000

/** Watches how much room there is where the data are. */
export class Disk {
  #ratio: number | null = null
  #state: DiskState = 'ok'
  readonly #timer: NodeJS.Timeout

  /** `free` resolves with the free part, from 0 to 1. */
  constructor(
    private readonly free: () => Promise<number>,
    private readonly log: Pick<StoreLog, 'warn' | 'info'>,
  ) {
    this.#timer = setInterval(() => void this.look(), EVERY_MS)
    this.#timer.unref()
  }

  get ratio(): number | null {
    return this.#ratio
  }

  /** Looks now; a disk that cannot be asked is as it was. */
  async look(): Promise<DiskState> {
    const ratio = await this.free().catch(() => null)
    if (ratio === null) return this.#state
    this.#ratio = ratio
    const state = ratio < FULL ? 'full' : ratio < LOW ? 'low' : 'ok'
    if (state !== this.#state) this.#tell(state, ratio)
    this.#state = state
    return state
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
