import { decodeFrame, frameEnd, isSoundButLength, soundEnd, type Frame } from './frame.ts'

/** What lies in a segment, from offset to end. */
export type Found = FoundFrame | Damage

interface FoundFrame {
  readonly kind: 'frame'
  readonly offset: number
  readonly end: number
  readonly frame: Frame
}

/** Bytes that are no sound frame. */
export interface Damage {
  readonly kind: 'damage'
  readonly offset: number
  readonly end: number
  /**
   * `frame`: one frame whose length still fits; `length`: one frame whose length alone is wrong; `cut`: a frame that the
   * end of the bytes cuts off; `unknown`: it cannot be told how many frames these were.
   */
  readonly extent: 'frame' | 'length' | 'cut' | 'unknown'
}

/** Everything in the bytes of a segment from an offset on; after damage it goes on at the next sound frame. */
export function* scanFrames(bytes: Buffer, from: number, salt: number): Generator<Found> {
  let offset = from
  while (offset < bytes.length) {
    const frame = decodeFrame(bytes, offset, salt)
    if (frame) {
      yield { kind: 'frame', offset, end: offset + frame.length, frame }
      offset += frame.length
    } else {
      const end = nextSoundFrame(bytes, offset + 1, salt)
      yield* damageBetween(bytes, offset, end, salt)
      offset = end
    }
  }
}

/** Where the first damage begins, or null if all is sound: quicker than looking at every frame. */
export function firstDamage(bytes: Buffer, from: number, salt: number): number | null {
  let offset = from
  while (offset < bytes.length) {
    const end = soundEnd(bytes, offset, salt)
    if (end === null) return offset
    offset = end
  }
  return null
}

function nextSoundFrame(bytes: Buffer, from: number, salt: number): number {
  for (let offset = from; offset < bytes.length; offset++) {
    if (soundEnd(bytes, offset, salt) !== null) return offset
  }
  return bytes.length
}

/** Follows the lengths from one damaged frame to the next, as far as they lead. */
function* damageBetween(bytes: Buffer, from: number, end: number, salt: number): Generator<Damage> {
  let offset = from
  while (offset < end) {
    if (isSoundButLength(bytes, offset, end, salt)) {
      yield { kind: 'damage', offset, end, extent: 'length' }
      return
    }
    const next = frameEnd(bytes, offset)
    if (next === null || next > end) {
      const isCut = end === bytes.length && (next !== null || end - offset < 8)
      yield { kind: 'damage', offset, end, extent: isCut ? 'cut' : 'unknown' }
      return
    }
    yield { kind: 'damage', offset, end: next, extent: 'frame' }
    offset = next
  }
}
