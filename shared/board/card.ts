import * as Y from 'yjs'
import type { CardId } from '../ids.ts'
import {
  cents,
  classification,
  count,
  date,
  declared,
  flag,
  indicator,
  list,
  oneOf,
  rank,
  readFields,
  share,
  text,
  type Fields,
} from './fields.ts'
import { CARD, CARD_SIZE, FRAME_MIN_SIZE, isRecord, type YRecord } from './schema.ts'

export const CARD_KINDS = ['need', 'action', 'axis', 'fund', 'partner', 'context', 'note'] as const
export const FRAME_KINDS = ['intervention', 'zone'] as const
export type CardKind = (typeof CARD_KINDS)[number]
export type FrameKind = (typeof FRAME_KINDS)[number]
export type Kind = CardKind | FrameKind

export const NATURES = ['material', 'immaterial', 'digital'] as const
export const DESIGN_LEVELS = ['none', 'feasibility', 'preliminary', 'definitive', 'executive'] as const
export const FUND_SOURCES = [
  'ERDF',
  'ESF',
  'national',
  'regional',
  'municipal',
  'private',
  'thirdSector',
  'mixed',
] as const
export const PARTNER_TYPES = [
  'municipality',
  'association',
  'cooperative',
  'foundation',
  'company',
  'citizens',
  'publicBody',
  'other',
] as const
/**
 * The types that the code of the third sector (d.lgs. 117/2017, art. 4) counts in, whose bodies stand in the national register
 * (RUNTS, art. 45): an informal group of citizens is at the table but is no third-sector body.
 */
export const isThirdSector = (type: string | undefined): boolean =>
  type === 'association' || type === 'cooperative' || type === 'foundation'
/** Policies that complement each other on one place: "inclusione sociale + lavorativa, + educativa, + materiale" (CMP-2). */
export const THEMES = ['social', 'work', 'education', 'deprivation'] as const
export type Theme = (typeof THEMES)[number]
export type Nature = (typeof NATURES)[number]
export type DesignLevel = (typeof DESIGN_LEVELS)[number]
export type FundSource = (typeof FUND_SOURCES)[number]
export type PartnerType = (typeof PARTNER_TYPES)[number]

const tags = { places: list(text), targetGroups: list(text) }
const themes = list(oneOf(...THEMES))

/** The plain values of each kind: what the plan reads. Every one is optional, because a card starts empty. */
export const FIELDS = {
  need: { ...tags, source: text, mergedInto: text, notTakenUp: text },
  action: {
    ...tags,
    nature: oneOf(...NATURES),
    designLevel: oneOf(...DESIGN_LEVELS),
    start: date,
    end: date,
    costCents: cents,
    operationCode: text,
    /** The operation this one is thought, not known, to be the same as. */
    sameOperationAs: text,
    cup: text,
    intervention: text,
    /** An immaterial action that needs rooms to happen in (INT-3). */
    needsPlace: flag,
    indicators: list(indicator),
    classifications: list(classification),
    themes,
    /** Names of the fields that were inferred rather than stated by the source. */
    inferred: list(text),
  },
  axis: { axis: text },
  fund: { fund: oneOf(...FUND_SOURCES), ceilingCents: cents, programme: text, euRate: share },
  partner: { partnerType: oneOf(...PARTNER_TYPES), taxCode: text, runts: text, sector: text, contact: text },
  context: {
    ...tags,
    themes,
    programme: text,
    cents,
    operationCode: text,
    start: date,
    end: date,
    source: text,
  },
  note: {},
  intervention: {
    ...tags,
    declared: list(declared),
    /** "Dispositivi organizzativi" of SE-2, in the words of the people at the table. */
    arrangementDesign: text,
    arrangementRecipients: text,
    arrangementTiming: text,
    spaces: count,
  },
  zone: {},
} as const

/** How a card lies on the board: of every kind, and read by no plan. */
export const LYING = {
  /** Above the others, or below them when it is negative; missing is 0. */
  rank,
  /** It keeps its place, and can still be written in. */
  locked: flag,
  /** Cards with the same one are chosen and moved together. */
  group: text,
  /** Of a frame: only its heading is seen, and what lies in it is hidden. */
  folded: flag,
  /** The frame that hides it while that one is folded. */
  foldedIn: text,
}

export type FieldsOf<K extends Kind> = Fields<(typeof FIELDS)[K]>

export type Point = readonly [x: number, y: number]
export type Size = readonly [width: number, height: number]

interface CardBase extends Fields<typeof LYING> {
  readonly id: CardId
  readonly at: Point
  readonly size: Size
  readonly title: string
  readonly body: string
  readonly deleted: boolean
}

/** A card as a plain immutable value; `kind` tells which fields it may carry. */
export type Card = { [K in Kind]: CardBase & { readonly kind: K } & FieldsOf<K> }[Kind]
export type CardOf<K extends Kind> = Extract<Card, { kind: K }>

export const isKind = (value: unknown): value is Kind =>
  (CARD_KINDS as readonly unknown[]).includes(value) || (FRAME_KINDS as readonly unknown[]).includes(value)

export const isFrame = (card: { readonly kind: string }): boolean =>
  (FRAME_KINDS as readonly string[]).includes(card.kind)

/**
 * Reads one record of `cards`, or null when this version cannot show it (an unknown kind, or no place yet because
 * an earlier update is still on its way). The record itself is kept either way.
 */
export function readCard(id: string, record: YRecord): Card | null {
  return isRecord(record) ? cardFrom(id, (key) => record.get(key)) : null
}

/** The same from whatever holds a card's keys. */
export function cardFrom(id: string, get: (key: string) => unknown): Card | null {
  const kind = get(CARD.kind)
  const at = pair(get(CARD.at))
  if (!isKind(kind) || at === null) return null
  const frame = isFrame({ kind })
  const size = (frame && pair(get(CARD.size))) || (frame ? FRAME_MIN_SIZE : CARD_SIZE)
  return {
    ...readFields(FIELDS[kind], get),
    ...readFields(LYING, get),
    id: id as CardId,
    kind,
    at,
    size: frame ? [Math.max(size[0], 1), Math.max(size[1], 1)] : size,
    title: textOf(get(CARD.title)),
    body: textOf(get(CARD.body)),
    deleted: get(CARD.deleted) === true,
  } as Card
}

function pair(value: unknown): Point | null {
  if (!Array.isArray(value) || value.length !== 2) return null
  const [x, y] = value as unknown[]
  const fits = (n: unknown): n is number => typeof n === 'number' && Number.isFinite(n) && Math.abs(n) <= 1e7
  return fits(x) && fits(y) ? [x, y] : null
}

/** Scripts may write a plain string where the application writes a shared text. */
export const textOf = (value: unknown): string =>
  value instanceof Y.Text ? value.toString() : typeof value === 'string' ? value : ''
