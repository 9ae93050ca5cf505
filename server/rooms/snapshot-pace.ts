export interface SnapshotAfter {
  readonly records: number
  /** At least; a larger board waits for as many bytes as its last snapshot has. */
  readonly bytes: number
}

const MIB = 1024 * 1024
const USUAL: SnapshotAfter = { records: 2000, bytes: 256 * 1024 }

/** A state larger than this takes nothing more: beyond it every reader pays for what nobody can take in. */
const BOARD_BYTES = 20 * MIB
/** Records may say again what later ones take away: before a board counts as full, at most so much of it is guessed. */
const GUESSED_BYTES = MIB

/** To load so many bytes of a snapshot takes about as long as to apply one record. */
const BYTES_A_RECORD = 512

/** Says when the log of a board has grown enough, since its last snapshot, for a new one to pay. */
export class SnapshotPace {
  #bytes: number
  #records: number
  #snapshotBytes: number

  constructor(
    { sizes }: { readonly sizes: { snapshot: number; tail: number; records: number } },
    private readonly after = USUAL,
  ) {
    this.#snapshotBytes = sizes.snapshot
    this.#bytes = sizes.tail
    this.#records = sizes.records
  }

  /** About how large the board is. */
  get stateBytes(): number {
    return this.#snapshotBytes + this.#bytes
  }

  get isFull(): boolean {
    return this.stateBytes > BOARD_BYTES
  }

  /** Whether there is anything that the last snapshot does not hold. */
  get isBehind(): boolean {
    return this.#records > 0
  }

  /** Counts one more record; true when a snapshot is due. */
  add(bytes: number): boolean {
    this.#bytes += bytes
    this.#records++
    const { records, bytes: least } = this.after
    return (
      this.#records >= Math.max(records, this.#snapshotBytes / BYTES_A_RECORD) ||
      this.#bytes >= Math.max(least, this.#snapshotBytes) ||
      (this.isFull && this.#bytes >= GUESSED_BYTES)
    )
  }

  taken(stateBytes: number): void {
    this.#snapshotBytes = stateBytes
    this.#bytes = 0
    this.#records = 0
  }
}
