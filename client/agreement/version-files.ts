import { apiBytes } from '../api.ts'
import { download } from '../download.ts'
import type { Here } from './agreement-api.ts'

/** Fetches a file made from a version that was put to the partners, and offers it under the name the server gives it. */
export async function saveVersionFile(
  here: Here,
  version: string,
  format: string,
  options: { readonly excel?: boolean } = {},
): Promise<void> {
  const query = new URLSearchParams({ agreement: version, ...(options.excel && { for: 'excel' }) })
  await save(here, `exports/${format}?${query}`, format)
}

/** Fetches the plan as the server keeps it: the bytes that have the fingerprint. */
export const saveKeptPlan = (here: Here, version: string): Promise<void> =>
  save(here, `agreements/${version}/plan`, 'plan.json')

/** The text of a file made from a version, to be read here. */
export async function readVersionFile(here: Here, version: string, format: string): Promise<string> {
  const { bytes } = await fetched(here, `exports/${format}?${new URLSearchParams({ agreement: version })}`)
  return new TextDecoder().decode(bytes)
}

async function save(here: Here, rest: string, otherwise: string): Promise<void> {
  const { bytes, headers } = await fetched(here, rest)
  const name = /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1]
  download(bytes, name ?? otherwise, headers.get('content-type') ?? 'application/octet-stream')
}

const fetched = ({ id, me }: Here, rest: string) =>
  apiBytes(me.key, `/api/boards/${id}/${rest}`, new AbortController().signal)
