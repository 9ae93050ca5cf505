import type { z } from 'zod'

/** A route as the API description tells it. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  readonly path: string
  readonly summary: string
  /** Whose key it takes; null for everybody. */
  readonly who: string | null
  readonly body?: z.ZodType | 'file'
  readonly query?: Readonly<Record<string, string>>
  readonly status: number
  readonly answer: string
}

/** Whose keys. */
export const ORGANISER = 'operator, organiser'
export const OPERATOR = 'operator'
export const FACILITATOR = 'facilitator'
export const EDITOR = 'editor or stronger'
export const CONTRIBUTOR = 'contributor or stronger'
export const ANY = 'any key of the board'
