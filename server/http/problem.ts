import type { Context } from 'hono'
import type { Sentence } from '../../shared/plan/finding.ts'

/** One place in what was sent that is wrong. */
export interface WrongPlace {
  readonly place: string
  readonly sentence: string
}

export interface ProblemDetails {
  readonly status: number
  /** A word for programs; documented in docs/api.md. */
  readonly code: string
  readonly sentence: Sentence
  readonly place?: string
  /** More to say, as extra members of the answer. */
  readonly more?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
}

/** A refusal on its way to the answer: thrown by whoever notices, turned into `application/problem+json` at the edge. */
export class Problem extends Error {
  override readonly name = 'Problem'

  constructor(readonly details: ProblemDetails) {
    super(details.code)
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Key needed',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Cannot be used',
  429: 'Too many requests',
  500: 'Internal error',
  501: 'Not implemented',
  503: 'Not available now',
  507: 'No room left',
}

/** RFC 9457. The sentence is Italian unless the caller prefers English. */
export function problemResponse(
  c: Context,
  { status, code, sentence, place, more, headers }: ProblemDetails,
): Response {
  const body = {
    type: `urn:tavolo:problem:${code}`,
    title: TITLES[status] ?? 'Error',
    status,
    code,
    detail: sentence[languageOf(c)],
    ...(place !== undefined && { place }),
    ...more,
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers },
  })
}

/** Italian first: English only for who asks for it before Italian. */
export function languageOf(c: Context): 'it' | 'en' {
  const wanted = (c.req.header('accept-language') ?? '').toLowerCase()
  const [it, en] = [wanted.search(/\bit\b/), wanted.search(/\ben\b/)]
  return en >= 0 && (it < 0 || en < it) ? 'en' : 'it'
}
