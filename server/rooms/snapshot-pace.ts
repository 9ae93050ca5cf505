export interface SnapshotAfter {
  readonly records: number
  /** At least; a larger board waits for as many bytes as its last snapshot has. */
  readonly bytes: number
}

const USUAL: SnapshotAfter = { records: 2000, bytes: 256 * 1024 }

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
      this.#bytes >= Math.max(least, this.#snapshotBytes)
    )
  }

  taken(stateBytes: number): void {
    this.#snapshotBytes = stateBytes
    this.#bytes = 0
    this.#records = 0
  }
}
