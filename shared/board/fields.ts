import { isCents, type Cents } from '../money.ts'
import { LIMITS } from './schema.ts'

/**
 * How a plain value of a card or a link is read: the value, or `undefined` when what is stored is not of its type.
 * A wrong type never reaches the plan; the stored bytes stay as they are, because a newer version may know better.
 */
export type Reader<T> = (value: unknown) => T | undefined

export const text: Reader<string> = (value) =>
  typeof value === 'string' && value.length <= 2 * LIMITS.text ? value : undefined

export const flag: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : undefined)

export const cents: Reader<Cents> = (value) => (isCents(value) ? value : undefined)

export const share: Reader<number> = (value) =>
  typeof value === 'number' && value >= 0 && value <= 1 ? value : undefined

export const count: Reader<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined

export const MAX_RANK = 1_000_000

/** A whole number that stays well within what a browser can stack. */
export const rank: Reader<number> = (value) =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= MAX_RANK ? value : undefined

/** An ISO calendar date, `2026-03-05`, that exists. */
export const date: Reader<string> = (value) => {
  if (typeof value !== 'string') return undefined
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  if (!match) return undefined
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  const lengths = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ]
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= (lengths[month - 1] ?? 0)
    ? value
    : undefined
}

const choices = new WeakSet<Reader<unknown>>()

export function oneOf<T extends string>(...options: readonly T[]): Reader<T> {
  const reader: Reader<T> = (value) => options.find((option) => option === value)
  choices.add(reader)
  return reader
}

/** Whether a reader chooses among words of this version. A newer one may know more: borders let any short word pass. */
export const isChoice = (reader: Reader<unknown>): boolean => choices.has(reader)

export const list =
  <T>(item: Reader<T>): Reader<readonly T[]> =>
  (value) => {
    if (!Array.isArray(value) || value.length > 2 * LIMITS.listItems) return undefined
    return value.map(item).filter((read) => read !== undefined)
  }

/** Amounts by year, `{ "2024": 5000 }`. */
export const byYear: Reader<Readonly<Record<string, Cents>>> = (value) => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined
  const entries = Object.entries(value).filter(([year, amount]) => /^\d{4}$/.test(year) && isCents(amount))
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) as Record<string, Cents>
}

/** A total that somebody declared: kept beside the computed one, never in its place. */
export interface Declared {
  readonly label: string
  readonly cents: Cents
  /** Programme id or name; missing means the programme of the board. */
  readonly programme?: string
}

export const declared: Reader<Declared> = (value) => {
  const { label, cents: amount, programme } = (value ?? {}) as Record<string, unknown>
  if (typeof label !== 'string' || !isCents(amount)) return undefined
  return typeof programme === 'string' ? { label, cents: amount, programme } : { label, cents: amount }
}

/** An indicator of an action: a code of the pack's lists when it has one, always a label, a target value and a unit. */
export interface Indicator {
  readonly type: 'output' | 'result'
  readonly code?: string
  readonly label: string
  readonly unit?: string
  readonly target?: number
}

export const indicator: Reader<Indicator> = (value) => {
  const { type, code, label, unit, target } = (value ?? {}) as Record<string, unknown>
  if ((type !== 'output' && type !== 'result') || typeof label !== 'string') return undefined
  return {
    type,
    ...(typeof code === 'string' && { code }),
    label,
    ...(typeof unit === 'string' && { unit }),
    ...(count(target) !== undefined && { target: target as number }),
  }
}

/**
 * What an operation is classified by: the dimensions of Regulation (EU) 2021/1060, Annex I, and the two parts of the
 * classification that the request of a CUP asks (nature and type; sector, subsector and category).
 */
export const DIMENSIONS = [
  'interventionField',
  'formOfSupport',
  'territory',
  'economicActivity',
  'secondaryTheme',
  'genderEquality',
  'cupType',
  'cupCategory',
] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** A code of one dimension, verbatim. */
export interface Classification {
  readonly dimension: Dimension
  readonly code: string
}

export const classification: Reader<Classification> = (value) => {
  const { dimension, code } = (value ?? {}) as Record<string, unknown>
  const known = DIMENSIONS.find((one) => one === dimension)
  return known === undefined || typeof code !== 'string' ? undefined : { dimension: known, code }
}

type Readers = Readonly<Record<string, Reader<unknown>>>
export type Fields<R extends Readers> = { readonly [K in keyof R]?: Exclude<ReturnType<R[K]>, undefined> }

/** Reads every named field of a plain record; fields with a wrong type are left out. */
export function readFields<R extends Readers>(readers: R, get: (key: string) => unknown): Fields<R> {
  const read: Record<string, unknown> = {}
  for (const [key, reader] of Object.entries(readers)) {
    const value = reader(get(key))
    if (value !== undefined) read[key] = value
  }
  return read as Fields<R>
}
