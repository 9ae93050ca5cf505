/** What may be written after a command, as `parseArgs` gives it. */
export interface Options {
  readonly data?: string | undefined
  readonly server?: string | undefined
  readonly key?: string | undefined
  readonly for?: string | undefined
  readonly out?: string | undefined
  readonly 'operator-key'?: boolean | undefined
  readonly agreed?: boolean | undefined
  readonly partial?: boolean | undefined
}

/** The command is not well written: the message says how, the caller adds how it is. */
export class Usage extends Error {
  override readonly name = 'Usage'
}

export const DATA = './data'

/** The server and key of a command that works over HTTP. The key is better given in the environment: `ps` shows arguments. */
export function remoteOf({ server, key = process.env['TAVOLO_KEY'] }: Options): {
  base: string
  key: string
} {
  if (server === undefined || !URL.canParse(server))
    throw new Usage(
      'Serve --server con un indirizzo, per esempio http://localhost:3000. / --server needs an address.',
    )
  if (!key) throw new Usage('Serve una chiave: --key o TAVOLO_KEY. / A key is needed: --key or TAVOLO_KEY.')
  return { base: new URL(server).origin, key }
}

/** Asks a server; throws its sentence when it says no. */
export async function askServer(
  { base, key }: { base: string; key: string },
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const response = await fetch(base + path, {
    ...init,
    headers: { authorization: `Bearer ${key}`, ...init.headers },
  }).catch((error: unknown) => {
    throw new Error(`${base} non risponde / does not answer: ${error instanceof Error ? error.message : ''}`)
  })
  if (response.ok) return response
  const problem = (await response.json().catch(() => ({}))) as { detail?: string }
  throw new Error(problem.detail ?? `${response.status} ${response.statusText}`)
}
