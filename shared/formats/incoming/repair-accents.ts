import { decodeUtf8 } from 'lib0/string'
import { byteOf, sequenceAt } from './decode-text.ts'

/**
 * Puts back accents that were damaged on their way: UTF-8 that somebody read as Windows-1252, once or twice (`attivitÃ `,
 * `perchÃ©`, `dellâ€™`). What does not decode is left as it is.
 */
export function repairAccents(text: string): string {
  let now = text
  // Twice: some lists went through the same mistake two times.
  for (let pass = 0; pass < 2 && SUSPECT.test(now); pass++) now = once(now)
  return now
}

/** Whether letters were lost for good: a replacement character, or a question mark in a word or at its end before a small letter. */
export const isDamaged = (text: string): boolean => /\uFFFD|\p{L}\?\p{Ll}|\p{Ll}\? +\p{Ll}/u.test(text)

/** The first bytes of a sequence of UTF-8, as Windows-1252 shows them. */
const SUSPECT = /[\u00C2-\u00F4]/

function once(text: string): string {
  let repaired = ''
  for (let at = 0; at < text.length;) {
    const found = SUSPECT.test(text[at] ?? '') ? sequence(text, at) : null
    repaired += found?.char ?? text[at] ?? ''
    at += found?.length ?? 1
  }
  return repaired
}

function sequence(text: string, at: number): { readonly char: string; readonly length: number } | null {
  const bytes: number[] = []
  for (const char of text.slice(at, at + 4)) {
    const byte = byteOf(char)
    if (byte === null) break
    bytes.push(byte)
  }
  const length = sequenceAt(bytes, 0)
  if (length > 1) return { char: decodeUtf8(Uint8Array.from(bytes.slice(0, length))), length }
  // "à" is C3 A0: the no-break space is often turned into a common one, or trimmed away at the end.
  if (text[at] !== 'Ã' || !/\p{Ll}/u.test(text[at - 1] ?? '')) return null
  const next = text[at + 1] ?? ''
  if (next === ' ') return { char: 'à', length: text[at + 2] === ' ' ? 2 : 1 }
  return next === '' || /[\s.,;:)»"'’]/.test(next) ? { char: 'à', length: 1 } : null
}
