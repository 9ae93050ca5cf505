/** An object of a file, whatever it holds. */
export type Json = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const objectsIn = (json: Json, key: string): readonly Json[] => listIn(json, key).filter(isObject)

export const listIn = (json: Json, key: string): readonly unknown[] => {
  const value = json[key]
  return Array.isArray(value) ? value : []
}

export const textIn = (json: Json, key: string): string => {
  const value = json[key]
  return typeof value === 'string' ? value : ''
}

/** What is there, or undefined: `null` is how the plan says that nobody said. */
export const valueIn = (json: Json, key: string): unknown => json[key] ?? undefined

/** The code of a code value, `{list, listVersion, code}`. */
export const codeIn = (json: Json, key: string): string | undefined => {
  const value = json[key]
  return isObject(value) && typeof value['code'] === 'string' ? value['code'] : undefined
}

/** A decimal string of euros in cents, by its figures; undefined for anything else. */
export function centsIn(json: Json, key: string): number | undefined {
  const match = /^(-?)(\d{1,15})\.(\d{2})$/.exec(textIn(json, key))
  return match ? Number(`${match[1]}${match[2]}${match[3]}`) : undefined
}

/** Whether a JSON says of itself that it is a plan. */
export const isPlan = (json: unknown): json is Json =>
  isObject(json) && typeof json['schemaVersion'] === 'string' && isObject(json['plan'])
