import * as Y from 'yjs'
import { FIELDS, LYING } from '../../../shared/board/card.ts'
import { COMMENT_FIELDS } from '../../../shared/board/comment.ts'
import { isChoice, type Reader } from '../../../shared/board/fields.ts'
import { LINK_FIELDS } from '../../../shared/board/link.ts'
import { CARD, COMMENT, HEADER, LIMITS, LINK, ROOT, SCHEMA_VERSION } from '../../../shared/board/schema.ts'
import type { Sentence } from '../../../shared/plan/finding.ts'
import type { Place, Spot } from './place.ts'
import { sizeOf } from './size-of.ts'

const KEY_LENGTH = 100
/** JSON of a value this version knows nothing about. */
const UNKNOWN_JSON = 2 * LIMITS.body

type Content = Y.Item['content']
/** What is wrong with a value, or null. */
type Rule = (value: unknown) => Sentence | null

/**
 * What is wrong with one piece of content where it is put, or null. Refused is only what is wrong in a record alone;
 * what two honest people produce together (a link to a card that is gone, a text merged over its limit) is not.
 * Unknown roots, kinds and keys are let through within a size, because a newer version may know them.
 */
export function complaintAbout({ parent, key }: Spot, content: Content): Sentence | null {
  if (content instanceof Y.ContentDeleted) return null
  // Letters in bold would be tidied up by every reader, and a viewer may not write.
  if (content instanceof Y.ContentFormat) return PLAIN_TEXT
  if (key !== null && (key.length === 0 || key.length > KEY_LENGTH)) return KEY
  if (parent.root.length > KEY_LENGTH) return KEY
  if (parent.root === ROOT.board) return parent.path.length === 0 ? inHeader(key, content) : unknown(content)
  if (parent.root !== ROOT.cards && parent.root !== ROOT.links && parent.root !== ROOT.comments)
    return unknown(content)
  switch (parent.path.length) {
    case 0:
      return key !== null && isMap(content) ? null : RECORD
    case 1:
      return key === null ? RECORD : inRecord(parent.root, key, content)
    default:
      return isOwnText(parent) ? inText(content) : unknown(content)
  }
}

/** The limit, in characters, of what one update may add to the text at a place; null where none is written. */
export function textLimit(parent: Place): number | null {
  if (parent.type !== 'text') return null
  const key = parent.path.at(-1)
  if (parent.root === ROOT.comments && key === COMMENT.text) return 2 * LIMITS.comment
  return 2 * (key === CARD.title ? LIMITS.title : LIMITS.body)
}

function inHeader(key: string | null, content: Content): Sentence | null {
  if (key === null) return RECORD
  if (key === HEADER.schemaVersion)
    return valuesOf(content)?.every((value) => value === SCHEMA_VERSION) ? null : VERSION
  if (key === HEADER.title || key === HEADER.programme || key === HEADER.city)
    return each(content, stringUpTo(2 * LIMITS.title))
  // What tells of going back, and of what partners said, is the server's own word.
  if (key === HEADER.wentBack || key === HEADER.agreement) return OURS
  return unknown(content)
}

function inRecord(root: string, key: string, content: Content): Sentence | null {
  if (root === ROOT.comments && key === COMMENT.text)
    return isText(content) ? null : each(content, stringUpTo(2 * LIMITS.comment))
  if (root === ROOT.cards && (key === CARD.title || key === CARD.body))
    return isText(content) ? null : each(content, stringUpTo(2 * LIMITS[key]))
  const rule = RULES[root]?.get(key)
  return rule ? each(content, rule) : unknown(content)
}

const isOwnText = ({ root, path, type }: Place): boolean =>
  type === 'text' &&
  ((root === ROOT.cards && (path[1] === CARD.title || path[1] === CARD.body)) ||
    (root === ROOT.comments && path[1] === COMMENT.text))

const inText = (content: Content): Sentence | null => (content instanceof Y.ContentString ? null : PLAIN_TEXT)

function unknown(content: Content): Sentence | null {
  const values = valuesOf(content)
  return values && sizeOf(values, UNKNOWN_JSON) > UNKNOWN_JSON ? TOO_LONG : null
}

/** Applies a rule to every value of plain content; shared types have no place here. `null` empties a field. */
function each(content: Content, rule: Rule): Sentence | null {
  const values = valuesOf(content)
  if (values === null) return PLAIN
  for (const value of values) {
    const wrong = value === null || value === undefined ? null : rule(value)
    if (wrong) return wrong
  }
  return null
}

const valuesOf = (content: Content): readonly unknown[] | null =>
  content instanceof Y.ContentAny ? (content.arr as unknown[]) : null

const isMap = (content: Content): boolean => content instanceof Y.ContentType && content.type instanceof Y.Map
const isText = (content: Content): boolean =>
  content instanceof Y.ContentType && content.type instanceof Y.Text

const stringUpTo =
  (limit: number): Rule =>
  (value) =>
    typeof value !== 'string' ? STRING : value.length > limit ? TOO_LONG : null

const pair: Rule = (value) =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((n) => typeof n === 'number' && Number.isFinite(n) && Math.abs(n) <= 1e7)
    ? null
    : PAIR

const flag: Rule = (value) => (typeof value === 'boolean' ? null : TYPE)

const readable =
  (reader: Reader<unknown>): Rule =>
  (value) =>
    reader(value) === undefined ? TYPE : null

const word = stringUpTo(64)

function rulesOf(
  fields: Readonly<Record<string, Readonly<Record<string, Reader<unknown>>>>>,
  own: readonly (readonly [string, Rule])[],
): Map<string, Rule> {
  const rules = new Map<string, Rule>()
  for (const readers of Object.values(fields))
    for (const [key, reader] of Object.entries(readers))
      rules.set(key, isChoice(reader) ? word : readable(reader))
  return new Map([...rules, ...own])
}

const CARD_RULES = rulesOf({ ...FIELDS, every: LYING }, [
  [CARD.kind, word],
  [CARD.at, pair],
  [CARD.size, pair],
  [CARD.deleted, flag],
])
const LINK_RULES = rulesOf(LINK_FIELDS, [
  [LINK.kind, word],
  [LINK.from, stringUpTo(KEY_LENGTH)],
  [LINK.to, stringUpTo(KEY_LENGTH)],
])
const COMMENT_RULES = rulesOf({ comment: COMMENT_FIELDS }, [
  [COMMENT.card, stringUpTo(KEY_LENGTH)],
  [COMMENT.answers, stringUpTo(KEY_LENGTH)],
])
const RULES: Readonly<Record<string, Map<string, Rule>>> = {
  [ROOT.cards]: CARD_RULES,
  [ROOT.links]: LINK_RULES,
  [ROOT.comments]: COMMENT_RULES,
}

const KEY: Sentence = {
  it: `nome vuoto o più lungo di ${KEY_LENGTH}`,
  en: `name empty or over ${KEY_LENGTH}`,
}
const RECORD: Sentence = { it: 'serve una Y.Map con un identificativo', en: 'a Y.Map with an id is expected' }
const VERSION: Sentence = {
  it: `la versione dello schema è ${SCHEMA_VERSION} e la scrive il server`,
  en: `the schema version is ${SCHEMA_VERSION} and the server writes it`,
}
const OURS: Sentence = {
  it: 'che si è tornati indietro, o che cosa hanno detto i partner, lo scrive il server',
  en: 'going back, and what partners said, is written by the server',
}
const PLAIN: Sentence = { it: 'serve un valore semplice', en: 'a plain value is expected' }
const PLAIN_TEXT: Sentence = { it: 'serve solo testo', en: 'nothing but text is expected' }
const STRING: Sentence = { it: 'serve un testo', en: 'a text is expected' }
const PAIR: Sentence = { it: 'servono due numeri finiti', en: 'two finite numbers are expected' }
const TYPE: Sentence = {
  it: 'il valore non è del tipo previsto',
  en: 'the value is not of the expected type',
}
export const TOO_LONG: Sentence = { it: 'il valore è troppo lungo', en: 'the value is too long' }
