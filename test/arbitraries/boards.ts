import fc from 'fast-check'
import * as Y from 'yjs'
import {
  CARD_KINDS,
  DESIGN_LEVELS,
  FIELDS,
  FRAME_KINDS,
  FUND_SOURCES,
  NATURES,
  PARTNER_TYPES,
  THEMES,
  type Kind,
} from '../../shared/board/card.ts'
import { DIMENSIONS } from '../../shared/board/fields.ts'
import {
  COMMITMENT_STATES,
  ENDS,
  LINK_FIELDS,
  LINK_KINDS,
  ROLES_OF_PARTNER,
} from '../../shared/board/link.ts'
import { writeWhole, type WholeBoard } from '../../shared/board/whole.ts'

type Json = Readonly<Record<string, unknown>>

/** Texts as people, keyboards and bad files make them: accents, emoji, both directions, quotes, separators, controls. */
export const oddText = (maxLength = 40): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength }),
    fc.string({ unit: 'binary', maxLength }),
    fc.constantFrom(
      '',
      '=1+1',
      '-5',
      '@casa',
      'a;b',
      'dice "sì"',
      'riga\nuna\r\ndue',
      '\t',
      '\u202eodnor',
      '👩🏽‍🍳',
    ),
  )

const cents = fc.integer({ min: 0, max: 10_000_000_000_000 })
const texts = fc.array(oddText(20), { maxLength: 4 })
const date = fc
  .date({ min: new Date('2014-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
const indicator = fc.record(
  {
    type: fc.constantFrom('output', 'result'),
    label: oddText(),
    code: oddText(8),
    unit: oddText(8),
    target: fc.integer({ min: 0, max: 1e6 }),
  },
  { requiredKeys: ['type', 'label'] },
)
const declared = fc.record(
  { label: oddText(), cents, programme: oddText() },
  { requiredKeys: ['label', 'cents'] },
)

const BY_FIELD: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  places: texts,
  targetGroups: texts,
  inferred: texts,
  themes: fc.subarray([...THEMES]),
  classifications: fc.array(
    fc.record({ dimension: fc.constantFrom(...DIMENSIONS), code: oddText() }, { noNullPrototype: true }),
    { maxLength: 3 },
  ),
  nature: fc.constantFrom(...NATURES),
  designLevel: fc.constantFrom(...DESIGN_LEVELS),
  fund: fc.constantFrom(...FUND_SOURCES),
  partnerType: fc.constantFrom(...PARTNER_TYPES),
  role: fc.constantFrom(...ROLES_OF_PARTNER),
  state: fc.constantFrom(...COMMITMENT_STATES),
  commitment: fc.constantFrom('space', 'hours', 'volunteers', 'coFunding', 'equipment', 'other'),
  start: date,
  end: date,
  costCents: cents,
  ceilingCents: cents,
  cents,
  euRate: fc.constantFrom(0, 0.4, 0.6, 0.85, 1),
  needsPlace: fc.boolean(),
  spaces: fc.nat(50),
  indicators: fc.array(indicator, { maxLength: 3 }),
  declared: fc.array(declared, { maxLength: 3 }),
  years: fc.dictionary(fc.integer({ min: 2014, max: 2029 }).map(String), cents, { maxKeys: 3 }),
}

const fields = (names: readonly string[]): fc.Arbitrary<Json> =>
  fc.record(Object.fromEntries(names.map((name) => [name, BY_FIELD[name] ?? oddText()])), {
    requiredKeys: [],
  })

const point = fc.tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -5000, max: 5000 }))
const sharedText = oddText().map((text) => ({ $text: text }))
const title = fc.oneof({ weight: 4, arbitrary: sharedText }, oddText())

const key = fc
  .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 })
  .filter((name) => !/^[$_]|^constructor$/.test(name))

const plainValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, 0, -1.5, 1e21, { $number: '-0' }, { $number: 'NaN' }, { $bigint: '-12' }),
    oddText(),
    fc.constant({ $bytes: 'AAECAw==' }),
    fc.constant({ $plain: { $text: 'un oggetto, non un testo condiviso' } }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3 }),
  ),
})).value

/** Yjs takes them in maps, not in lists. */
const isBigInt = (json: unknown): boolean => /^\{"\$bigint"/.test(JSON.stringify(json))

/** Values that only a newer version understands. Shared types live in shared types only, never in plain lists. */
const unknownValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    plainValue,
    sharedText,
    fc.constant({ $text: [{ insert: 'grassetto', attributes: { bold: true } }, { insert: ' piano' }] }),
    fc.dictionary(key, tie('value'), { maxKeys: 3 }).map((entries) => ({ $map: entries })),
    fc
      .array(
        tie('value').filter((item) => !isBigInt(item)),
        { maxLength: 3 },
      )
      .map((items) => ({ $array: items })),
  ),
})).value

const unknownFields = fc.dictionary(
  key.map((name) => `x-${name}`),
  unknownValue,
  { maxKeys: 2 },
)

const card = (kind: Kind): fc.Arbitrary<Json> =>
  fc
    .tuple(
      fc.record({ at: point, title, body: title }),
      fields(Object.keys(FIELDS[kind])),
      fc.record({ deleted: fc.constantFrom(false, false, true) }, { requiredKeys: [] }),
      unknownFields,
    )
    .map((parts) => Object.assign({ kind }, ...parts) as Json)

const unknownCard: fc.Arbitrary<Json> = fc
  .record({ kind: fc.constantFrom('survey', 'mappa'), at: point, data: unknownValue })
  .map((record) => record)

const anyCard = fc.oneof(...[...CARD_KINDS, ...FRAME_KINDS].map(card), unknownCard)

/** A link between cards of a board: most fit, some hang in the air or join a wrong pair. */
const linkAmong = (cards: Readonly<Record<string, Json>>): fc.Arbitrary<Json> => {
  const idsOf = (kinds: readonly string[] | undefined): string[] => {
    const fitting = Object.keys(cards).filter((id) => kinds?.includes(String(cards[id]?.kind)) ?? true)
    return fitting.length > 0 ? fitting : ['nowhere']
  }
  return fc.constantFrom(...LINK_KINDS).chain((kind) =>
    fc
      .tuple(
        fc.record({
          from: fc.constantFrom(...idsOf(ENDS[kind]?.from)),
          to: fc.constantFrom(...idsOf(ENDS[kind]?.to)),
        }),
        fields(Object.keys(LINK_FIELDS[kind])),
        unknownFields,
      )
      .map((parts) => Object.assign({ kind }, ...parts) as Json),
  )
}

const id = fc.stringMatching(/^[0-9a-hjkmnp-tv-z]{12}$/)

/** Names of programme and city are the caller's, so that the board can be planned with a real pack. */
export const wholeBoards = (
  header: Json = { programme: 'pon-metro-2014-2020', city: 'Milano' },
): fc.Arbitrary<WholeBoard> =>
  fc.dictionary(id, anyCard, { maxKeys: 14 }).chain((cards) =>
    fc.record({
      cards: fc.constant(withMembers(cards)),
      links: fc.dictionary(id, linkAmong(cards), { maxKeys: 16 }),
      comments: fc.dictionary(id, unknownFields, { maxKeys: 2 }),
      board: fc
        .tuple(fc.record({ title: oddText() }), unknownFields)
        .map(([text, more]) => ({ schemaVersion: 1, ...header, ...text, ...more })),
    }),
  )

/** Puts every other action into a frame and merges a need into another, where there are such cards. */
function withMembers(cards: Readonly<Record<string, Json>>): Record<string, Json> {
  const idsOf = (kind: string): string[] => Object.keys(cards).filter((one) => cards[one]?.kind === kind)
  const [frame] = idsOf('intervention')
  const [first, second] = idsOf('need')
  const actions = new Set(idsOf('action').filter((_, index) => index % 2 === 0))
  return Object.fromEntries(
    Object.entries(cards).map(([one, record]) => {
      if (frame && actions.has(one)) return [one, { ...record, intervention: frame }]
      if (first && one === second) return [one, { ...record, mergedInto: first }]
      const { mergedInto: _, ...rest } = record
      return [one, record.kind === 'need' ? rest : record]
    }),
  )
}

export function docOf(whole: WholeBoard): Y.Doc {
  const doc = new Y.Doc()
  writeWhole(doc, whole)
  return doc
}
