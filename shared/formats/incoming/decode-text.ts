import { decodeUtf8 } from 'lib0/string'

/**
 * Bytes as text, whatever Italian offices save: UTF-8 with or without byte order mark, UTF-16, Windows-1252, and files in
 * which UTF-8 and Windows-1252 were pasted together. Total: any bytes give a text.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, 0)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, 1)
  try {
    return decodeUtf8(bytes).replace(/^\uFEFF/, '')
  } catch {
    // reason: it is no UTF-8, or not all of it.
    return mixed(bytes).replace(/^\uFEFF/, '')
  }
}

/** What Windows-1252 puts where Latin-1 has control characters; five of them stay what they are. */
const FROM_0X80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

export const windows1252 = (byte: number): string =>
  byte >= 0x80 && byte <= 0x9f ? (FROM_0X80[byte - 0x80] ?? '') : String.fromCharCode(byte)

/** The byte that Windows-1252 shows as this character, or null. */
export function byteOf(char: string): number | null {
  const at = FROM_0X80.indexOf(char)
  if (at >= 0) return 0x80 + at
  const code = char.charCodeAt(0)
  return code < 0x100 ? code : null
}

/** Sound sequences of UTF-8 are what they say, every other byte is Windows-1252. */
function mixed(bytes: Uint8Array): string {
  const parts: string[] = []
  let text = ''
  for (let at = 0; at < bytes.length;) {
    const length = sequenceAt(bytes, at)
    text += length > 1 ? decodeUtf8(bytes.subarray(at, at + length)) : windows1252(bytes[at] ?? 0)
    at += Math.max(1, length)
    // Many short pieces: one long string grown letter by letter is slow to read afterwards.
    if (text.length > 4096) {
      parts.push(text)
      text = ''
    }
  }
  return parts.join('') + text
}

/** How many bytes the character of UTF-8 that begins here takes; 1 for ASCII, 0 when none begins here (RFC 3629). */
export function sequenceAt(bytes: ArrayLike<number>, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const length =
    first >= 0xc2 && first <= 0xdf
      ? 2
      : first >= 0xe0 && first <= 0xef
        ? 3
        : first >= 0xf0 && first <= 0xf4
          ? 4
          : 0
  if (length === 0) return 0
  const second = bytes[at + 1] ?? 0
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  if (second < low || second > high) return 0
  for (let next = at + 2; next < at + length; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

function utf16(bytes: Uint8Array, high: 0 | 1): string {
  const parts: string[] = []
  let units: number[] = []
  for (let at = 2; at + 1 < bytes.length; at += 2) {
    const [one, other] = [bytes[at] ?? 0, bytes[at + 1] ?? 0]
    units.push(high === 1 ? (one << 8) | other : (other << 8) | one)
    if (units.length === 4096) {
      parts.push(String.fromCharCode(...units))
      units = []
    }
  }
  return parts.join('') + String.fromCharCode(...units)
}
