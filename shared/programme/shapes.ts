/**
 * What a piece of JSON must look like: says every way in which a value differs, with its place, or nothing. Packs are
 * written by hand by people who are not programmers, so all mistakes are told at once.
 */
export type Shape = (value: unknown, place: Place) => readonly Mistake[]

/** Where in the JSON: keys and numbers of items, from outside. */
export type Place = readonly (string | number)[]

/** What is wrong there, without a stop at its end. */
export interface Mistake {
  readonly place: Place
  readonly it: string
  readonly en: string
}

/** `axes[2].funds[0]`: a place as people read it. */
export const placeName = (place: Place): string =>
  place.map((step, n) => (typeof step === 'number' ? `[${step}]` : n === 0 ? step : `.${step}`)).join('')

export const mistake = (place: Place, it: string, en: string): Mistake => ({ place, it, en })

const differs = (value: unknown, place: Place, it: string, en: string): readonly Mistake[] => [
  mistake(
    place,
    `ci vuole ${it}, c’è ${shown(value, 'niente')}`,
    `expected ${en}, got ${shown(value, 'nothing')}`,
  ),
]

const when =
  (right: (value: unknown) => boolean, it: string, en: string): Shape =>
  (value, place) =>
    right(value) ? [] : differs(value, place, it, en)

export const text = when((value) => typeof value === 'string' && value.trim() !== '', 'un testo', 'a text')

/** A text that may be empty. */
export const anyText = when((value) => typeof value === 'string', 'un testo', 'a text')

export const flag = when((value) => typeof value === 'boolean', 'true o false', 'true or false')

export const between = (least: number, most: number): Shape =>
  when(
    (value) => typeof value === 'number' && value >= least && value <= most,
    `un numero da ${least} a ${most}`,
    `a number from ${least} to ${most}`,
  )

export const wholeCents = when(
  (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  'un importo in centesimi interi',
  'whole euro cents',
)

export const count = when(
  (value) => Number.isSafeInteger(value) && (value as number) > 0,
  'un numero intero maggiore di 0',
  'a whole number above 0',
)

export const like = (pattern: RegExp, it: string, en: string): Shape =>
  when((value) => typeof value === 'string' && pattern.test(value), it, en)

export const oneOf = (...options: readonly string[]): Shape =>
  when(
    (value) => options.includes(value as string),
    `una di queste parole: ${options.join(', ')}`,
    `one of ${options.join(', ')}`,
  )

export const orNull =
  (shape: Shape): Shape =>
  (value, place) =>
    value === null ? [] : shape(value, place)

/** The key may be left out. */
export const optional =
  (shape: Shape): Shape =>
  (value, place) =>
    value === undefined ? [] : shape(value, place)

export const listOf =
  (shape: Shape): Shape =>
  (value, place) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => shape(item, [...place, index]))
      : differs(value, place, 'un elenco tra parentesi quadre', 'a list')

/** Every value under every key has the shape. */
export const tableOf =
  (shape: Shape): Shape =>
  (value, place) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([key, item]) => shape(item, [...place, key]))
      : differs(value, place, 'un oggetto tra graffe', 'an object')

/** Every key named is there with its shape; other keys are mistakes, because a misspelt key would be lost in silence. */
export const record =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  (value, place) => {
    if (!isRecord(value)) return differs(value, place, 'un oggetto tra graffe', 'an object')
    const strange = Object.keys(value).filter((key) => !Object.hasOwn(shapes, key))
    return [
      ...strange.map((key) => mistake([...place, key], 'nome non previsto', 'unknown key')),
      ...Object.entries(shapes).flatMap(([key, shape]) => shape(value[key], [...place, key])),
    ]
  }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const shown = (value: unknown, nothing: string): string => (JSON.stringify(value) ?? nothing).slice(0, 60)
