import type { Answer, State } from '../../shared/agreement/agreement.ts'
import type { BoardId, CardId } from '../../shared/ids.ts'
import { api } from '../api.ts'
import type { Who } from '../history/events.ts'

/** Where a partner stands on a proposed version. */
export interface PartyStanding {
  readonly id: CardId
  readonly name: string
  readonly delegate: Who | null
  /** Named by a facilitator; otherwise the delegate came forward. */
  readonly isNamed: boolean
  readonly answer: Answer | null
  readonly reason: string
  readonly at: string | null
}

/** One thing that was said or decided. */
export type SaidAct =
  | {
      readonly what: 'named'
      readonly party: CardId
      readonly delegate: Who | null
      readonly by: Who | null
      readonly at: string
    }
  | {
      readonly what: 'said'
      readonly party: CardId
      readonly answer: Answer
      readonly reason: string
      readonly by: Who | null
      readonly at: string
    }

/** A version that was put to the partners, as the server tells it. */
export interface ProposedVersion {
  readonly id: string
  readonly label: string
  readonly note: string
  readonly state: State
  readonly seq: number
  readonly at: string
  readonly by: Who | null
  readonly sha256: string
  readonly cents: number
  readonly ended: { readonly at: string; readonly by: Who | null } | null
  readonly parties: readonly PartyStanding[]
  readonly acts: readonly SaidAct[]
}

export interface AgreementsAnswer {
  /** The newest first. */
  readonly agreements: readonly ProposedVersion[]
  /** Whether today's plan says something else than the open version, or the one agreed on last; null without either. */
  readonly changed: boolean | null
  /** Who may be named delegate; told to facilitators. */
  readonly people?: readonly Who[]
}

/** At which table, with which key, and as whom: a session of the board is one, and so is the phone page. */
export interface Here {
  readonly id: BoardId
  readonly me: { readonly key: string; readonly token: string | null }
}

const ask = <T>({ id, me }: Here, method: string, rest: string, body?: unknown): Promise<T> =>
  api(me.key, method, `/api/boards/${id}/agreements${rest}`, body, me.token)

export const askAgreements = (here: Here): Promise<AgreementsAnswer> => ask(here, 'GET', '')

export const proposeVersion = (
  here: Here,
  version: { readonly label: string; readonly note: string; readonly partners: readonly CardId[] },
): Promise<ProposedVersion> => ask(here, 'POST', '', version)

export const nameDelegate = (
  here: Here,
  version: string,
  partner: CardId,
  participant: string | null,
): Promise<ProposedVersion> => ask(here, 'PUT', `/${version}/delegates/${partner}`, { participant })

export const sayFor = (
  here: Here,
  version: string,
  partner: CardId,
  answer: Answer,
  reason: string,
): Promise<ProposedVersion> => ask(here, 'PUT', `/${version}/statements/${partner}`, { answer, reason })

export const endRound = (
  here: Here,
  version: string,
  outcome: 'agreed' | 'withdrawn',
): Promise<ProposedVersion> => ask(here, 'POST', `/${version}/end`, { outcome })
