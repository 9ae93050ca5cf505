import { LIMITS } from '../../board/schema.ts'
import { MAX_DEPTH, ODD_NUMBERS, tagged, type Tag } from '../../board/whole-value.ts'

/** Why a part of the file is left out; each is explained in docs/formats.md. */
export const REFUSALS = [
  'tooLarge',
  'notUtf8',
  'notJson',
  'notABoard',
  'wrongType',
  'tooLong',
  'tooMany',
  'tooDeep',
  'forbiddenKey',
] as const
export type Refusal = (typeof REFUSALS)[number]

/** Names a part that is left out: where (JSON pointer), a code for programs, a sentence for people. */
export type Report = (place: string, code: Refusal, message: string) => void

/** A part of the file that may be kept; what is wrong inside of it has been reported and taken out. */
export type Checked = { readonly ok: true; readonly value: unknown } | { readonly ok: false }

const REFUSED: Checked = { ok: false }
const keep = (value: unknown): Checked => ({ ok: true, value })

const MAX_STRING = 2 * LIMITS.body
const MAX_MEMBERS = 20_000
const MAX_KEY = 200
/** The first reaches an object's prototype; by the second Yjs tells what kind of value it is given. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor'])

/** Where a value stands. Shared types (texts, maps, lists) live in shared types only, never in a plain list or object. */
export interface Place {
  readonly pointer: string
  readonly depth: number
  readonly shared: boolean
}

/** A step down, by key or index. */
export const within = (place: Place, key: string | number, shared = false): Place => ({
  pointer: `${place.pointer}/${pointer(String(key))}`,
  depth: place.depth + 1,
  shared,
})

/** Checks any JSON of a record: nesting, lengths, keys and the `$` tags. Known keys have stricter rules on top. */
export function checkValue(json: unknown, place: Place, report: Report): Checked {
  const refuse = (code: Refusal, message: string): Checked => {
    report(place.pointer, code, message)
    return REFUSED
  }
  if (place.depth > MAX_DEPTH) return refuse('tooDeep', `Più di ${MAX_DEPTH} livelli uno dentro l'altro.`)
  if (typeof json === 'string' && json.length > MAX_STRING)
    return refuse('tooLong', `Testo di ${json.length} caratteri: il massimo è ${MAX_STRING}.`)
  if (Array.isArray(json)) return keep(checkItems(json, place, report, false))
  if (!isObject(json)) return keep(json)
  const tag = tagged(json)
  return tag ? checkTagged(tag, place, report) : keep(checkMembers(json, place, report, false))
}

/** The members of an object, each checked; the wrong ones are taken out. */
export function checkMembers(
  json: Readonly<Record<string, unknown>>,
  place: Place,
  report: Report,
  shared: boolean,
  check = (_: string, value: unknown, at: Place): Checked => checkValue(value, at, report),
): Record<string, unknown> {
  const entries = Object.entries(json)
  if (entries.length > MAX_MEMBERS) report(place.pointer, 'tooMany', tooMany(entries.length))
  const kept: [string, unknown][] = []
  for (const [key, value] of entries.slice(0, MAX_MEMBERS)) {
    const at = within(place, key, shared)
    if (FORBIDDEN.has(key) || key.length > MAX_KEY)
      report(
        at.pointer,
        'forbiddenKey',
        `Una chiave ha al massimo ${MAX_KEY} caratteri e non è una parola riservata.`,
      )
    else {
      const checked = check(key, value, at)
      if (checked.ok) kept.push([key, checked.value])
    }
  }
  return Object.fromEntries(kept)
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** A key as a step of a JSON pointer (RFC 6901), cut so that a forged key cannot fill a message. */
export const pointer = (key: string): string => key.slice(0, 100).replace(/~/g, '~0').replace(/\//g, '~1')

function checkItems(items: readonly unknown[], place: Place, report: Report, shared: boolean): unknown[] {
  if (items.length > MAX_MEMBERS) report(place.pointer, 'tooMany', tooMany(items.length))
  const kept: unknown[] = []
  items.slice(0, MAX_MEMBERS).forEach((item, index) => {
    const checked = checkValue(item, within(place, index, shared), report)
    if (checked.ok) kept.push(checked.value)
  })
  return kept
}

function checkTagged([tag, content]: readonly [Tag, unknown], place: Place, report: Report): Checked {
  const at = { ...place, pointer: `${place.pointer}/${tag}` }
  if (!TAG_CONTENT[tag](content) || (!place.shared && SHARED.has(tag))) {
    report(at.pointer, 'wrongType', `"${tag}" non può stare qui o contiene ciò che non può contenere.`)
    return REFUSED
  }
  if (tag === '$array' && isList(content)) return keep({ $array: checkItems(content, at, report, true) })
  if (tag === '$map' && isObject(content)) return keep({ $map: checkMembers(content, at, report, true) })
  // Wrapped exactly so that it is not taken for a tag.
  if (tag === '$plain' && isObject(content)) return keep({ $plain: checkMembers(content, at, report, false) })
  const checked = checkValue(content, { ...at, shared: false }, report)
  return checked.ok ? keep({ [tag]: checked.value }) : REFUSED
}

const tooMany = (found: number): string => `Ha ${found} voci: se ne leggono al massimo ${MAX_MEMBERS}.`

const SHARED: ReadonlySet<Tag> = new Set<Tag>(['$text', '$map', '$array'])
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const matches =
  (pattern: RegExp) =>
  (value: unknown): boolean =>
    typeof value === 'string' && pattern.test(value)

const TAG_CONTENT: Readonly<Record<Tag, (content: unknown) => boolean>> = {
  $text: (content) => typeof content === 'string' || (isList(content) && content.every(isInsert)),
  $map: isObject,
  // Yjs takes whole numbers beyond 2^53 in maps only.
  $array: (content) => isList(content) && !content.some((item) => tagged(item)?.[0] === '$bigint'),
  $bytes: matches(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/),
  $number: (content) => typeof content === 'string' && Object.hasOwn(ODD_NUMBERS, content),
  $bigint: matches(/^-?\d{1,40}$/),
  $plain: () => true,
}

const isInsert = (value: unknown): boolean =>
  isObject(value) &&
  (typeof value.insert === 'string' ? value.insert !== '' : isObject(value.insert)) &&
  (value.attributes === undefined || isObject(value.attributes)) &&
  Object.keys(value).every((key) => key === 'insert' || key === 'attributes')
