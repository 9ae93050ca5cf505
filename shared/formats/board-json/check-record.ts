import { FIELDS, isKind, LYING } from '../../board/card.ts'
import { COMMENT_FIELDS } from '../../board/comment.ts'
import { count, isChoice, text, type Reader } from '../../board/fields.ts'
import { isLinkKind, LINK_FIELDS } from '../../board/link.ts'
import { CARD, COMMENT, HEADER, LIMITS, LINK } from '../../board/schema.ts'
import { tagged } from '../../board/whole-value.ts'
import { checkMembers, checkValue, isObject, type Checked, type Place, type Report } from './check-value.ts'

/** Whether a JSON may stand under a known key. */
type Rule = (json: unknown) => boolean
type Rules = Readonly<Record<string, Rule>>

/** A card: strict about the keys this version knows, for the kinds it knows; all else is kept as it is. */
export function checkCard(json: unknown, place: Place, report: Report): Checked {
  return checkRecord(json, place, report, (kind) => ({
    ...CARD_RULES,
    ...rulesOf(LYING),
    ...(isKind(kind) && rulesOf(FIELDS[kind])),
  }))
}

export function checkLink(json: unknown, place: Place, report: Report): Checked {
  return checkRecord(json, place, report, (kind) => ({
    ...LINK_RULES,
    ...(isLinkKind(kind) && rulesOf(LINK_FIELDS[kind])),
  }))
}

export const checkComment = (json: unknown, place: Place, report: Report): Checked =>
  checkRecord(json, place, report, () => COMMENT_RULES)

/** The `board` root: its known keys checked, vocabularies and what a newer version added kept. */
export function checkHeader(
  json: Readonly<Record<string, unknown>>,
  place: Place,
  report: Report,
): Record<string, unknown> {
  return checkMembers(json, place, report, true, (key, value, at) =>
    checkKnown(HEADER_RULES, key, value, at, report),
  )
}

function checkRecord(
  json: unknown,
  place: Place,
  report: Report,
  rulesFor: (kind: unknown) => Rules,
): Checked {
  const tag = tagged(json)
  // Reading a board relies on every record being a shared map.
  if (!isObject(json) || (tag && tag[0] !== '$map')) {
    report(place.pointer, 'wrongType', 'Un elemento della tavola deve essere un oggetto.')
    return { ok: false }
  }
  if (tag) return checkValue(json, place, report)
  const rules = rulesFor(json[CARD.kind])
  const value = checkMembers(json, place, report, true, (key, member, at) =>
    checkKnown(rules, key, member, at, report),
  )
  return { ok: true, value }
}

function checkKnown(rules: Rules, key: string, json: unknown, place: Place, report: Report): Checked {
  const checked = checkValue(json, place, report)
  const rule = Object.hasOwn(rules, key) ? rules[key] : undefined
  // `null` empties a field, as scripts do.
  if (!checked.ok || !rule || checked.value === null || rule(checked.value)) return checked
  report(place.pointer, 'wrongType', `"${key}" ha un valore di tipo sbagliato o troppo lungo.`)
  return { ok: false }
}

const rulesOf = (readers: Readonly<Record<string, Reader<unknown>>>): Rules =>
  Object.fromEntries(
    Object.entries(readers).map(([key, reader]) => [key, byReader(isChoice(reader) ? text : reader)]),
  )

const byReader =
  (reader: Reader<unknown>): Rule =>
  (json) =>
    reader(json) !== undefined

/** A shared text or, as scripts may write it, a plain string. */
const textUpTo =
  (limit: number): Rule =>
  (json) => {
    const [tag, content] = tagged(json) ?? [null, json]
    if (tag !== null && tag !== '$text') return false
    if (typeof content === 'string') return content.length <= 2 * limit
    return tag === '$text' && lengthOf(content) <= 2 * limit
  }

const lengthOf = (inserts: unknown): number =>
  (inserts as readonly { readonly insert: unknown }[]).reduce(
    (length, { insert }) => length + (typeof insert === 'string' ? insert.length : 1),
    0,
  )

const isPair: Rule = (json) =>
  Array.isArray(json) &&
  json.length === 2 &&
  json.every((n) => typeof n === 'number' && Number.isFinite(n) && Math.abs(n) <= 1e7)

const CARD_RULES: Rules = {
  [CARD.kind]: byReader(text),
  [CARD.at]: isPair,
  [CARD.size]: isPair,
  [CARD.title]: textUpTo(LIMITS.title),
  [CARD.body]: textUpTo(LIMITS.body),
  [CARD.deleted]: (json) => typeof json === 'boolean',
}

const LINK_RULES: Rules = {
  [LINK.kind]: byReader(text),
  [LINK.from]: byReader(text),
  [LINK.to]: byReader(text),
}

const COMMENT_RULES: Rules = {
  ...rulesOf(COMMENT_FIELDS),
  [COMMENT.text]: textUpTo(LIMITS.comment),
}

const HEADER_RULES: Rules = {
  [HEADER.schemaVersion]: (json) => count(json) !== undefined && Number.isInteger(json),
  [HEADER.programme]: byReader(text),
  [HEADER.city]: byReader(text),
  [HEADER.title]: (json) => typeof json === 'string' && json.length <= 2 * LIMITS.title,
}
