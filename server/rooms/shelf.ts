import * as Y from 'yjs'
import type { Snapshot, StoredBoard, StoredRecord } from '../store/board-store.ts'
import { Bindings } from './bindings.ts'
import { Clocks } from './clocks.ts'
import { answerPacket, updatePacket } from './frames.ts'
import { Joined } from './joined.ts'
import { decodeMeta } from './kept-meta.ts'
import type { Packet } from './packet.ts'

const NOTHING = Uint8Array.of(0, 0)

/**
 * A board as bytes, as it lies on disk: the last snapshot, and the records after it. People are told the board from these,
 * so that no document need be built for it, and nothing can be told that is not durable.
 */
export class Shelf {
  /** Whose the clientIDs are that wrote what is here. */
  readonly bindings = new Bindings()
  #snapshot: Snapshot | null
  #records: StoredRecord[]
  #tail: Joined
  #clocks: Clocks
  /** How many of the records are in `#clocks`. */
  #counted = 0
  /** The answer to who has nothing, and to the last one who had something, while nothing is written. */
  #whole: readonly Packet[] | null = null
  #since: { readonly stateVector: Uint8Array; readonly packets: readonly Packet[] } | null = null

  constructor(stored: StoredBoard | null) {
    this.#snapshot = stored?.snapshot ?? null
    this.#records = [...(stored?.records ?? [])]
    this.#tail = joined(this.#records)
    const meta = this.#snapshot && decodeMeta(this.#snapshot.meta)
    this.#clocks = new Clocks(meta?.clocks ?? clocksOf(this.#snapshot))
    for (const [client, actor] of meta?.bindings ?? []) this.bindings.bind(client, actor)
    for (const { update, actor } of this.#records)
      for (const client of this.#clocks.add(update)) this.bindings.bind(client, actor)
    this.#counted = this.#records.length
  }

  get stored(): StoredBoard {
    const seq = this.#records.at(-1)?.seq ?? this.#snapshot?.seq ?? 0
    return { snapshot: this.#snapshot, records: this.#records, seq }
  }

  /** How many records no snapshot holds. */
  get tail(): number {
    return this.#records.length
  }

  /** Whether something may wait for repair that only the document can tell. */
  get mayBeBroken(): boolean {
    return this.tail > 0 || (this.#snapshot !== null && decodeMeta(this.#snapshot.meta).isBroken)
  }

  /** Bytes of the snapshot and of the records after it, and how many these are. */
  get sizes() {
    const tail = this.#records.reduce((sum, { update }) => sum + update.byteLength, 0)
    return { snapshot: this.#snapshot?.state.byteLength ?? 0, tail, records: this.#records.length }
  }

  /** Whether a record is missing before one that is there; then only a document tells what the board holds. */
  get hasGap(): boolean {
    return this.#counts().hasGap
  }

  /** How many clients wrote what is here. */
  get clients(): number {
    return this.#counts().size
  }

  /** Whether everything a state holds, as what is kept beside it says, came in records. */
  covers(meta: Uint8Array): boolean {
    const counts = this.#counts()
    return !counts.hasGap && counts.covers(decodeMeta(meta).clocks ?? [])
  }

  stateVector(): Uint8Array {
    return this.#counts().encode()
  }

  /** One more record is on disk. */
  add(record: StoredRecord): void {
    this.#records.push(record)
    this.#tail.add(record.update)
    this.#whole = this.#since = null
  }

  /** A snapshot is on disk, and stands for the records up to its number. */
  replace(snapshot: Snapshot): void {
    this.#snapshot = snapshot
    this.#records = this.#records.filter(({ seq }) => seq > snapshot.seq)
    this.#tail = joined(this.#records)
    this.#clocks = new Clocks(decodeMeta(snapshot.meta).clocks ?? [])
    this.#counted = 0
    this.#whole = this.#since = null
  }

  /** The whole board. The last message is the answer to a state vector: with it a stock client counts as synced. */
  whole(): readonly Packet[] {
    this.#whole ??= packetsOf(this.#parts())
    return this.#whole
  }

  /** What somebody lacks who has as much as a state vector says, and all deletions. */
  since(stateVector: Uint8Array): readonly Packet[] {
    if (this.#since && Buffer.compare(this.#since.stateVector, stateVector) === 0) return this.#since.packets
    const missing = this.#parts().map((part) => Y.diffUpdate(part, stateVector))
    const packets = packetsOf(missing.filter((part) => !isNothing(part)))
    this.#since = { stateVector: stateVector.slice(), packets }
    return packets
  }

  /**
   * Whether an update is what somebody sends who has exactly this board and nothing else: no edits, and the deletions with
   * which the snapshot ends. False is no proof of the contrary.
   */
  isEcho(update: Uint8Array): boolean {
    if (isNothing(update)) return true
    if (update[0] !== 0 || this.#records.length > 0 || !this.#snapshot) return false
    const { state } = this.#snapshot
    const end = state.subarray(Math.max(0, state.length - update.length + 1))
    return Buffer.compare(end, update.subarray(1)) === 0
  }

  #parts(): Uint8Array[] {
    const tail = this.#tail.updates()
    return this.#snapshot ? [this.#snapshot.state, ...tail] : tail
  }

  #counts(): Clocks {
    for (const { update } of this.#records.slice(this.#counted)) this.#clocks.add(update)
    this.#counted = this.#records.length
    return this.#clocks
  }
}

const joined = (records: readonly StoredRecord[]): Joined => new Joined(records.map(({ update }) => update))

const isNothing = (update: Uint8Array): boolean => update.length === 2 && update[0] === 0 && update[1] === 0

/** What a snapshot that does not keep it says itself; slow for a large board. */
const clocksOf = (snapshot: Snapshot | null): Iterable<readonly [number, number]> =>
  snapshot ? Y.decodeStateVector(Y.encodeStateVectorFromUpdate(snapshot.state)) : []

function packetsOf(parts: readonly Uint8Array[]): Packet[] {
  return [...parts.slice(0, -1).map(updatePacket), answerPacket(parts.at(-1) ?? NOTHING)]
}
