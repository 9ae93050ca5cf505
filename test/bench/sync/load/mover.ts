import * as encoding from 'lib0/encoding'

/** Where something stands in a Yjs document: the clientID that wrote it and its clock. */
export interface Id {
  readonly client: number
  readonly clock: number
}

/** An item with a left neighbour, under a key of a map, that holds plain values (Yjs 13.6, `Item.write`). */
const ITEM_UNDER_A_KEY = 0x80 | 0x20 | 8

/**
 * The update by which `id` takes the place of the value at `before`: the bytes that setting a key makes in a document,
 * without the document, which would cost more than the server that is measured. A test compares the two.
 */
export function replacing(before: Id, id: Id, value: number[] | string): Uint8Array {
  const encoder = encoding.createEncoder()
  const write = (...numbers: number[]): void => {
    for (const n of numbers) encoding.writeVarUint(encoder, n)
  }
  // One client, one struct.
  write(1, 1, id.client, id.clock)
  encoding.writeUint8(encoder, ITEM_UNDER_A_KEY)
  write(before.client, before.clock, 1)
  encoding.writeAny(encoder, value)
  // The value before is deleted: one client, one stretch of one clock.
  write(1, before.client, 1, before.clock, 1)
  return encoding.toUint8Array(encoder)
}

/** Moves one card again and again. */
export class Mover {
  /** The clock of the next edit. */
  clock: number
  #last: Id

  /** `at` is where the card's place stands now; `clock` the first clock of `client` that is free. */
  constructor(
    readonly client: number,
    clock: number,
    at: Id,
  ) {
    this.clock = clock
    this.#last = at
  }

  /** The update that puts the card there. */
  to(x: number, y: number): Uint8Array {
    const id = { client: this.client, clock: this.clock++ }
    const update = replacing(this.#last, id, [x, y])
    this.#last = id
    return update
  }
}
