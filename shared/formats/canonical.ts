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

/** Text is added to text, with no list of parts between: the plan of a large board has a million members. */
function write(value: unknown, indent: string, line: string): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const inner = line + indent
  let text = ''
  if (Array.isArray(value)) {
    for (const item of value)
      text += (text === '' ? '' : ',') + inner + write((item as unknown) ?? null, indent, inner)
    return text === '' ? '[]' : `[${text}${line}]`
  }
  const members = value as Readonly<Record<string, unknown>>
  const colon = line === '' ? ':' : ': '
  for (const key of Object.keys(members).sort()) {
    const member = members[key]
    if (member === undefined) continue
    text += (text === '' ? '' : ',') + inner + JSON.stringify(key) + colon + write(member, indent, inner)
  }
  return text === '' ? '{}' : `{${text}${line}}`
}
