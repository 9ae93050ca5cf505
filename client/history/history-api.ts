import type { CardId, ParticipantId } from '../../shared/ids.ts'
import { api, apiBytes, apiFile } from '../api.ts'
import type { BoardSession } from '../session/board-session.svelte.ts'
import type { HistoryPage, Version } from './events.ts'

type Here = Pick<BoardSession, 'id' | 'me'>

/** Which part of the story is asked for. */
export interface Asked {
  /** Events before this record only. */
  readonly before?: number | null
  readonly who?: ParticipantId | null
  readonly card?: CardId | null
}

/** How many events come at once. */
const PAGE = 60

const at = ({ id }: Here, rest: string): string => `/api/boards/${id}/${rest}`

export function askHistory(here: Here, { before, who, card }: Asked = {}): Promise<HistoryPage> {
  const query = new URLSearchParams({ limit: String(PAGE) })
  if (before != null) query.set('before', String(before))
  if (who) query.set('who', who)
  if (card) query.set('card', card)
  return api(here.me.key, 'GET', at(here, `history?${query}`))
}

/** A moment of the board: its whole document, and when it was. */
export interface Moment {
  readonly seq: number
  /** ISO moment. */
  readonly at: string
  readonly state: Uint8Array
}

export async function askMoment(here: Here, seq: number, signal: AbortSignal): Promise<Moment> {
  const { bytes, headers } = await apiBytes(here.me.key, at(here, `history/${seq}/state`), signal)
  return {
    seq: Number(headers.get('tavolo-seq') ?? seq),
    at: headers.get('tavolo-at') ?? '',
    state: bytes,
  }
}

/** Brings the board, or one card of it, back to a moment; for everybody, as new edits of who asks. */
export const restoreMoment = (
  here: Here,
  seq: number,
  card?: CardId,
): Promise<{ readonly changed: { readonly cards: number; readonly links: number } }> =>
  api(here.me.key, 'POST', at(here, `history/${seq}/restore`), card ? { card } : {}, here.me.token)

/** Gives a moment a name; the present one when no record is named. */
export const nameMoment = (
  here: Here,
  version: { readonly label: string; readonly note: string; readonly seq: number | null },
): Promise<Version> =>
  api(
    here.me.key,
    'POST',
    at(here, 'versions'),
    {
      label: version.label,
      ...(version.note && { note: version.note }),
      ...(version.seq !== null && { seq: version.seq }),
    },
    here.me.token,
  )

export const forgetVersion = (here: Here, version: string): Promise<void> =>
  api(here.me.key, 'DELETE', at(here, `versions/${version}`), undefined, here.me.token)

export const historyCsv = (here: Here): Promise<Blob> => apiFile(here.me.key, at(here, 'history.csv'))

/** Whether the story is what was written, from which record to which; `sha256` vouches for all of it. */
export interface Followed {
  readonly at: string
  readonly sound: boolean
  readonly first: number
  readonly last: number
  readonly sha256: string
  readonly moments: number
  readonly proposed: number
  readonly unsound: readonly {
    readonly kind: 'record' | 'moment' | 'proposed'
    readonly seq?: number
    readonly label?: string
  }[]
}

export const followChain = (here: Here): Promise<Followed> =>
  api(here.me.key, 'GET', at(here, 'history/chain'))

/** Takes a person's name out of the board and of its story; what they wrote stays. */
export const eraseName = (here: Here, participant: ParticipantId): Promise<void> =>
  api(here.me.key, 'DELETE', at(here, `participants/${participant}`), undefined, here.me.token)
