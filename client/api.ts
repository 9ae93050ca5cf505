import type { BoardId, ParticipantId } from '../shared/ids.ts'
import type { Role } from '../shared/protocol/messages.ts'

/** What the server answered when it said no, or that it could not be reached (`status` 0). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export interface BoardInfo {
  readonly id: BoardId
  readonly title: string
  readonly programme: string
  readonly city: string
  readonly role: Role
  readonly generation: number
  readonly archived: boolean
  readonly counts: Readonly<Record<string, number>>
  readonly vocabularies: { readonly targetGroups: readonly string[]; readonly places: readonly string[] }
}

export interface Joined {
  readonly participant: {
    readonly id: ParticipantId
    readonly name: string
    readonly organisation: string
    readonly colour: string
  }
  readonly token: string
}

export interface NewBoard {
  readonly title: string
  readonly programme: string
  readonly city?: string
  readonly model?: string
}

export interface CreatedBoard {
  readonly id: BoardId
  readonly keys: Readonly<Record<Role, string>>
  readonly urls: Readonly<Record<Role, string>>
}

/**
 * One request to our own server. Resolves with the parsed body; rejects with an `ApiError` whose message is the
 * server's sentence, or with status 0 when there is no network: `whyOf` tells a person. `token` says who asks, where the board's story tells it.
 */
export async function api<T>(
  key: string | null,
  method: string,
  path: string,
  body?: unknown,
  token: string | null = null,
): Promise<T> {
  const response = await request(key, method, path, body, token)
  return (response.status === 204 ? undefined : await response.json()) as T
}

/** Like `api`, for files: the bytes as they came. */
export async function apiFile(key: string, path: string): Promise<Blob> {
  return (await request(key, 'GET', path)).blob()
}

/** Like `apiFile`, for bytes to read here, with what the answer says of them; `signal` gives the question up. */
export async function apiBytes(
  key: string,
  path: string,
  signal: AbortSignal,
): Promise<{ readonly bytes: Uint8Array; readonly headers: Headers }> {
  const response = await request(key, 'GET', path, undefined, null, signal)
  return { bytes: new Uint8Array(await response.arrayBuffer()), headers: response.headers }
}

async function request(
  key: string | null,
  method: string,
  path: string,
  body?: unknown,
  token: string | null = null,
  signal: AbortSignal | null = null,
): Promise<Response> {
  let response: Response
  try {
    response = await fetch(path, {
      method,
      cache: 'no-store',
      signal,
      headers: {
        // The server's sentences are read by the person: in the language of the page, not of the browser.
        'accept-language': document.documentElement.lang,
        ...(key !== null && { authorization: `Bearer ${key}` }),
        ...(token !== null && { 'tavolo-participant': token }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  } catch {
    throw new ApiError(0, 'offline', 'offline')
  }
  if (response.ok) return response
  throw refusal(response.status, (await response.json().catch(() => ({}))) as Problem)
}

/** What the server answers when it says no; anything else that stands in its place may say something else, or nothing. */
interface Problem {
  readonly code?: string
  readonly detail?: string
  /** The field that is wrong. */
  readonly place?: string
  /** What is wrong field by field, in words for programs. */
  readonly errors?: readonly object[]
}

/** The sentence without the name of the field before it; none where there are only words for programs. */
function refusal(status: number, { code = 'unknown', detail = '', place = '', errors }: Problem): ApiError {
  const sentence = detail.startsWith(`${place}: `) ? detail.slice(place.length + 2) : detail
  return new ApiError(status, code, errors ? '' : sentence.charAt(0).toUpperCase() + sentence.slice(1))
}
