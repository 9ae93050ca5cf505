import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'

/**
 * Canonical JSON (RFC 8785): keys sorted by UTF-16 code units, numbers and strings as ECMAScript writes them. Equal
 * values give equal text whatever order their keys were set in, and whatever looks like a number among them. With
 * `indent` the same order is laid out for people. Members that are `undefined` are left out.
 */
export function canonical(value: unknown, indent = ''): string {
  return write(value, indent, indent === '' ? '' : '\n')
}

/** SHA-256 of the canonical JSON of a value, in lower-case hexadecimal. */
export const fingerprint = (value: unknown): string =>
  [...digest(encodeUtf8(canonical(value)))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

function write(value: unknown, indent: string, line: string): string {
  if (Array.isArray(value))
    return block(
      '[]',
      value.map((item) => write(item ?? null, indent, line + indent)),
      indent,
      line,
    )
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const colon = line === '' ? ':' : ': '
  return block(
    '{}',
    members.map(([key, member]) => JSON.stringify(key) + colon + write(member, indent, line + indent)),
    indent,
    line,
  )
}

const block = (brackets: string, parts: readonly string[], indent: string, line: string): string =>
  parts.length === 0
    ? brackets
    : `${brackets[0]}${line}${indent}${parts.join(`,${line}${indent}`)}${line}${brackets[1]}`
