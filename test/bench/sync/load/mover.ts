import * as encoding from 'lib0/encoding'

/** Where something stands in a Yjs document: the clientID that wrote it and its clock. */
export interface Id {
  readonly client: number
  readonly clock: number
}

/** An item with a left neighbour, under a key of a map, that holds plain values (Yjs 13.6, `Item.write`). */
const ITEM_UNDER_A_KEY = 0x80 | 0x20 | 8

/**
 * Moves one card again and again: the bytes that `moveCards` makes in a document of this clientID, without the document,
 * which would cost more than the server that is measured. A test compares the two.
 */
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
    const encoder = encoding.createEncoder()
    const write = (...numbers: number[]): void => {
      for (const n of numbers) encoding.writeVarUint(encoder, n)
    }
    // One client, one struct.
    write(1, 1, this.client, this.clock)
    encoding.writeUint8(encoder, ITEM_UNDER_A_KEY)
    write(this.#last.client, this.#last.clock, 1)
    encoding.writeAny(encoder, [x, y])
    // The place before is deleted: one client, one stretch of one clock.
    write(1, this.#last.client, 1, this.#last.clock, 1)
    this.#last = { client: this.client, clock: this.clock }
    this.clock++
    return encoding.toUint8Array(encoder)
  }
}
