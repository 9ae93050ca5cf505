/**
 * What a piece of JSON must look like: says every way in which a value differs, with its place, or nothing. Packs are
 * written by hand by people who are not programmers, so all mistakes are told at once.
 */
export type Shape = (value: unknown, place: string) => readonly string[]

export const text: Shape = (value, place) =>
  typeof value === 'string' && value.trim() !== '' ? [] : [`${place}: expected a text, got ${shown(value)}`]

/** A text that may be empty. */
export const anyText: Shape = (value, place) =>
  typeof value === 'string' ? [] : [`${place}: expected a text, got ${shown(value)}`]

export const flag: Shape = (value, place) =>
  typeof value === 'boolean' ? [] : [`${place}: expected true or false, got ${shown(value)}`]

export const between =
  (least: number, most: number): Shape =>
  (value, place) =>
    typeof value === 'number' && value >= least && value <= most
      ? []
      : [`${place}: expected a number from ${least} to ${most}, got ${shown(value)}`]

export const wholeCents: Shape = (value, place) =>
  Number.isSafeInteger(value) && (value as number) >= 0
    ? []
    : [`${place}: expected whole euro cents, got ${shown(value)}`]

export const count: Shape = (value, place) =>
  Number.isSafeInteger(value) && (value as number) > 0
    ? []
    : [`${place}: expected a whole number above 0, got ${shown(value)}`]

export const like =
  (pattern: RegExp, what: string): Shape =>
  (value, place) =>
    typeof value === 'string' && pattern.test(value)
      ? []
      : [`${place}: expected ${what}, got ${shown(value)}`]

export const oneOf =
  (...options: readonly string[]): Shape =>
  (value, place) =>
    options.includes(value as string)
      ? []
      : [`${place}: expected one of ${options.join(', ')}, got ${shown(value)}`]

export const orNull =
  (shape: Shape): Shape =>
  (value, place) =>
    value === null ? [] : shape(value, place)

export const listOf =
  (shape: Shape): Shape =>
  (value, place) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => shape(item, `${place}[${index}]`))
      : [`${place}: expected a list, got ${shown(value)}`]

/** Every value under every key has the shape. */
export const tableOf =
  (shape: Shape): Shape =>
  (value, place) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([key, item]) => shape(item, `${place}.${key}`))
      : [`${place}: expected an object, got ${shown(value)}`]

/** Every key named is there with its shape; other keys are mistakes, because a misspelt key would be lost in silence. */
export const record =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  (value, place) => {
    if (!isRecord(value)) return [`${place}: expected an object, got ${shown(value)}`]
    const strange = Object.keys(value).filter((key) => !(key in shapes))
    return [
      ...strange.map((key) => `${place}.${key}: unknown key`),
      ...Object.entries(shapes).flatMap(([key, shape]) => shape(value[key], `${place}.${key}`)),
    ]
  }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const shown = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 60)
