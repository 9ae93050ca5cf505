import { Inflate } from 'fflate'
import { decodeText } from './decode-text.ts'
import { Refused } from './refused.ts'

/** An archive whose parts are unpacked when asked for, within one budget for all of them. */
export interface Archive {
  readonly names: readonly string[]
  /** The bytes of a part, or null when there is none of this name. Throws Refused. */
  part(name: string): Uint8Array | null
}

const MOST_PARTS = 2_000
/** What all parts together may become: a workbook of a full board takes a tenth of it. */
export const UNPACKED_MOST = 128 * 1024 * 1024
/** Pushed into the inflater at a time, so that a bomb is seen after at most a thousand times as much. */
const SLICE = 16 * 1024

interface Entry {
  readonly method: number
  readonly start: number
  readonly size: number
}

/**
 * Opens a ZIP (APPNOTE 6.3) by its central directory. Sizes that it declares are not believed: bytes are counted as they come
 * out. Throws Refused for what is no archive, for an encrypted one, and for one that unpacks beyond `most` bytes.
 */
export function openZip(bytes: Uint8Array, most = UNPACKED_MOST): Archive {
  const entries = directoryOf(bytes)
  let left = most
  return {
    names: [...entries.keys()],
    part(name) {
      const entry = entries.get(name)
      if (!entry) return null
      const packed = bytes.subarray(entry.start, entry.start + entry.size)
      if (packed.length !== entry.size) throw damaged()
      const part = entry.method === 0 ? packed : inflated(packed, left)
      left -= part.length
      if (left < 0) throw new Refused('unpacksTooLarge')
      return part
    },
  }
}

/** A part as text, or null when there is none of this name. Throws Refused. */
export function textPart(archive: Archive, name: string): string | null {
  const bytes = archive.part(name)
  return bytes && decodeText(bytes)
}

function inflated(packed: Uint8Array, most: number): Uint8Array {
  const pieces: Uint8Array[] = []
  let length = 0
  let ended = false
  const inflate = new Inflate((piece, final) => {
    length += piece.length
    if (length > most) throw new Refused('unpacksTooLarge')
    // The inflater uses its memory again.
    pieces.push(piece.slice())
    ended = final
  })
  for (let at = 0; at < packed.length; at += SLICE)
    inflate.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length)
  if (!ended) throw damaged()
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_SIZE = 22
const LONGEST_COMMENT = 0xffff

function directoryOf(bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  if (count > MOST_PARTS) throw new Refused('unpacksTooLarge')
  const entries = new Map<string, Entry>()
  for (let nth = 0, at = view.getUint32(end + 16, true); nth < count; nth++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw damaged()
    if ((view.getUint16(at + 8, true) & 1) === 1) throw new Refused('protectedFile')
    const name = decodeText(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)))
    const local = view.getUint32(at + 42, true)
    if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) throw damaged()
    const method = view.getUint16(at + 10, true)
    if (method !== 0 && method !== 8) throw damaged()
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    entries.set(name.replaceAll('\\', '/'), { method, start, size: view.getUint32(at + 20, true) })
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function endOf(view: DataView): number {
  const last = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT)
  for (let at = view.byteLength - END_SIZE; at >= last; at--) if (view.getUint32(at, true) === END) return at
  throw damaged()
}

const damaged = (): Refused => new Refused('notThisKind', 'spreadsheet')
