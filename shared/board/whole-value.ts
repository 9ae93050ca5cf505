import { fromBase64, toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'

/**
 * What a Yjs document can hold and JSON cannot say, as objects with one key:
 *
 * | JSON | in the document |
 * |---|---|
 * | `{"$text": "…"}`, `{"$text": [{"insert": …, "attributes": …}]}` | `Y.Text`, plain or formatted |
 * | `{"$map": {…}}`, `{"$array": […]}` | `Y.Map`, `Y.Array` |
 * | `{"$bytes": "base64"}` | bytes |
 * | `{"$number": "NaN"}` (`Infinity`, `-Infinity`, `-0`), `{"$bigint": "12"}` | numbers outside of JSON |
 * | `{"$plain": …}` | the plain value itself, where it could be taken for something else |
 */
export const TAGS = ['$text', '$map', '$array', '$bytes', '$number', '$bigint', '$plain'] as const
export type Tag = (typeof TAGS)[number]

/** Numbers that JSON has no word for, by the word used here. */
export const ODD_NUMBERS: Readonly<Record<string, number>> = {
  NaN: NaN,
  Infinity: Infinity,
  '-Infinity': -Infinity,
  '-0': -0,
}

/** Levels of nesting that are kept; no honest record comes near. Without a floor a forged one would end the process. */
export const MAX_DEPTH = 32

/** The tag and what it holds, or null for an object that stands for itself. */
export function tagged(json: unknown): readonly [Tag, unknown] | null {
  if (json === null || typeof json !== 'object' || Array.isArray(json)) return null
  const [entry, ...others] = Object.entries(json)
  if (!entry || others.length > 0) return null
  const tag = TAGS.find((one) => one === entry[0])
  return tag ? [tag, entry[1]] : null
}

/** A value of the document as JSON; `undefined` for what has no place in a board (XML types, sub-documents). */
export function encodeValue(value: unknown, depth = 0): unknown {
  if (depth > MAX_DEPTH) return undefined
  if (typeof value === 'number') return encodeNumber(value)
  if (typeof value === 'bigint') return { $bigint: String(value) }
  if (value === null || typeof value !== 'object') return value
  if (value instanceof Uint8Array) return { $bytes: toBase64(value) }
  if (isForeign(value)) return undefined
  if (value instanceof Y.Text) return { $text: encodeText(value, depth) }
  if (value instanceof Y.Array) return { $array: encodeList(value.toArray(), depth) }
  if (value instanceof Y.Map) return { $map: encodeEntries([...value.entries()], depth) }
  if (Array.isArray(value)) return encodeList(value, depth)
  const plain = encodeEntries(Object.entries(value), depth)
  return tagged(plain) ? { $plain: plain } : plain
}

/** A record of a root. Records are shared maps, so a map stands for itself here and a plain value is wrapped. */
export function encodeRecord(value: unknown): unknown {
  if (value instanceof Y.Map && !isForeign(value)) {
    const entries = encodeEntries([...value.entries()], 0)
    return tagged(entries) ? { $map: entries } : entries
  }
  const encoded = encodeValue(value)
  return encoded === undefined || tagged(encoded) ? encoded : { $plain: encoded }
}

/** The value that a JSON stands for, ready to be set in a document. */
export function decodeValue(json: unknown): unknown {
  if (json === null || typeof json !== 'object') return json
  if (Array.isArray(json)) return json.map(decodeValue)
  const [tag, content] = tagged(json) ?? [null, null]
  switch (tag) {
    case '$text':
      return decodeText(content)
    case '$map':
      return decodeMap(content)
    case '$array':
      return decodeArray(content)
    case '$bytes':
      return fromBase64(String(content))
    case '$number':
      return ODD_NUMBERS[String(content)] ?? 0
    case '$bigint':
      return BigInt(String(content))
    case '$plain':
      return isObject(content) ? decodeEntries(content) : decodeValue(content)
    case null:
      return decodeEntries(json)
  }
}

/** The record that a JSON stands for: a shared map unless it is tagged. */
export const decodeRecord = (json: unknown): unknown => (tagged(json) ? decodeValue(json) : decodeMap(json))

const encodeNumber = (value: number): unknown =>
  Number.isFinite(value) && !Object.is(value, -0)
    ? value
    : { $number: Object.is(value, -0) ? '-0' : String(value) }

const encodeList = (items: readonly unknown[], depth: number): unknown[] =>
  items.map((item) => encodeValue(item, depth + 1) ?? null)

function encodeEntries(entries: readonly (readonly [string, unknown])[], depth: number): object {
  const encoded = entries.map(([key, value]) => [key, encodeValue(value, depth + 1)] as const)
  return Object.fromEntries(encoded.filter(([key, value]) => value !== undefined && key !== '__proto__'))
}

interface Insert {
  readonly insert: unknown
  readonly attributes?: object
}

function encodeText(text: Y.Text, depth: number): unknown {
  const inserts = text.toDelta() as readonly Insert[]
  if (inserts.every((one) => typeof one.insert === 'string' && one.attributes === undefined))
    return text.toString()
  return inserts.flatMap(({ insert, attributes }) => {
    const encoded = encodeValue(insert, depth + 1)
    if (encoded === undefined) return []
    return {
      insert: encoded,
      ...(attributes && { attributes: encodeEntries(Object.entries(attributes), depth + 1) }),
    }
  })
}

function decodeText(content: unknown): Y.Text {
  if (!Array.isArray(content)) return new Y.Text(String(content))
  const text = new Y.Text()
  const inserts = content as readonly Insert[]
  text.applyDelta(
    inserts.map(({ insert, attributes }) => ({
      insert: decodeValue(insert),
      ...(attributes && { attributes: decodeEntries(attributes) }),
    })),
  )
  return text
}

function decodeArray(content: unknown): Y.Array<unknown> {
  const array = new Y.Array<unknown>()
  if (Array.isArray(content)) array.push(content.map(decodeValue))
  return array
}

const decodeMap = (content: unknown): Y.Map<unknown> =>
  new Y.Map(Object.entries(isObject(content) ? decodeEntries(content) : {}))

const decodeEntries = (content: object): object =>
  Object.fromEntries(
    Object.entries(content)
      .filter(([key]) => key !== '__proto__')
      .map(([key, value]) => [key, decodeValue(value)]),
  )

const isObject = (value: unknown): value is object =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const isForeign = (value: object): boolean =>
  value instanceof Y.XmlFragment ||
  value instanceof Y.XmlText ||
  value instanceof Y.XmlHook ||
  value instanceof Y.Doc
