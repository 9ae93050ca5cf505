import { api } from '../../api.ts'
import type { Role } from '../../../shared/protocol/messages.ts'
import type { BoardSession } from '../../session/board-session.svelte.ts'
import { forgetKey, keepKeys, linkOf, publishedBase, type KeptKey } from '../../session/kept-keys.ts'

/** A key of the board as the server lists it: everything but the key itself, of which it keeps only a hash. */
export interface IssuedKey {
  readonly id: string
  readonly role: Role
  readonly label: string
  /** ISO moments. */
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly revoked: boolean
}

/** One line of the window: a key that is good, and its link where this browser has seen it made. */
export interface ShareLine {
  readonly issued: IssuedKey
  readonly link: string | null
  readonly kept: KeptKey | null
  /** Whether this is the key one is at the table with. */
  readonly mine: boolean
  /** Whether it is one of the four made with the board. */
  readonly first: boolean
}

/**
 * The keys that are not revoked, oldest first, each with its link where this browser has seen it made. The four made with
 * the board have no id here: each is the oldest without a label of its role.
 */
export function shareLines(
  issued: readonly IssuedKey[],
  kept: readonly KeptKey[],
  own: string,
  linkOfKept: (kept: KeptKey) => string,
): ShareLine[] {
  const oldest = issued.toSorted((a, b) =>
    a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0,
  )
  const firsts = new Map<Role, string>()
  for (const key of oldest) if (key.label === '' && !firsts.has(key.role)) firsts.set(key.role, key.id)
  return oldest
    .filter((key) => !key.revoked)
    .map((key) => {
      const first = firsts.get(key.role) === key.id
      const known = kept.find(
        (one) => one.id === key.id || (first && one.id === null && one.role === key.role),
      )
      return {
        issued: key,
        kept: known ?? null,
        link: known ? linkOfKept(known) : null,
        mine: known?.key === own,
        first,
      }
    })
}

export async function listKeys(session: BoardSession): Promise<readonly IssuedKey[]> {
  const { keys } = await api<{ keys: readonly IssuedKey[] }>(
    session.me.key,
    'GET',
    `/api/boards/${session.id}/keys`,
  )
  return keys
}

/** What may be said of a link; `until` is the last day on which it is good (`2026-03-05`), or empty. */
export interface LinkTerms {
  readonly role: Role
  readonly label: string
  readonly until: string
}

/** To the end of that day, by the clock of whoever chooses it. */
const endOf = (until: string): string | null =>
  until === '' ? null : new Date(`${until}T23:59:59`).toISOString()

/** As the form shows what the server has; the day is that of this clock. */
export function termsOf({ role, label, expiresAt }: IssuedKey): LinkTerms {
  if (expiresAt === null) return { role, label, until: '' }
  const end = new Date(expiresAt)
  const [month, day] = [end.getMonth() + 1, end.getDate()].map((part) => String(part).padStart(2, '0'))
  return { role, label, until: `${end.getFullYear()}-${month}-${day}` }
}

/** Changes a link that people have: who is at the table with it has its new role at once. */
export async function changeKey(
  session: BoardSession,
  { issued, kept }: Pick<ShareLine, 'issued' | 'kept'>,
  terms: LinkTerms,
): Promise<void> {
  const { role, label, until } = terms
  const body = { role, label, ...(until !== termsOf(issued).until && { expiresAt: endOf(until) }) }
  await api(session.me.key, 'PATCH', `/api/boards/${session.id}/keys/${issued.id}`, body)
  if (!kept) return
  // Known by its id from now on: a label of its own would hide that it is one of the first four.
  forgetKey(session.id, kept.key)
  keepKeys(session.id, [{ ...kept, id: issued.id, role, label }])
}

/** Makes a link and keeps it in this browser. */
export async function issueKey(session: BoardSession, { role, label, until }: LinkTerms): Promise<string> {
  const expiresAt = endOf(until)
  const made = await api<IssuedKey & { key: string; url: string }>(
    session.me.key,
    'POST',
    `/api/boards/${session.id}/keys`,
    { role, label, expiresAt },
  )
  const base = publishedBase(made.url, location.host)
  const kept: KeptKey = { role, label, key: made.key, id: made.id, base }
  keepKeys(session.id, [kept])
  return linkOf(session.id, kept)
}

export const revokeKey = (session: BoardSession, id: string): Promise<void> =>
  api(session.me.key, 'DELETE', `/api/boards/${session.id}/keys/${id}`)
