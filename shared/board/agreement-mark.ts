import type * as Y from 'yjs'
import type { CardId } from '../ids.ts'
import { HEADER, headerOf } from './schema.ts'

/**
 * One thing that was done about a version put to the partners, as the server writes it into the document so that it is a
 * record like any other: told in the story, vouched for by the chain. Who did it, and when, is of the record. From clients
 * it is refused.
 */
export type AgreementMark = MarkOf & {
  /** Id of the version, and which of the things done about it this is, from 0: proposing it. */
  readonly agreement: string
  readonly nth: number
  readonly label: string
  /** The moment the registry has for it (ISO 8601, UTC). */
  readonly at: string
}

type MarkOf =
  /** `sha256`: the fingerprint of the plan. */
  | { readonly what: 'proposed'; readonly sha256: string }
  | { readonly what: 'named'; readonly party: MarkedParty; readonly delegate: string | null }
  | {
      readonly what: 'said'
      readonly party: MarkedParty
      readonly answer: 'agree' | 'abstain' | 'object'
      readonly reason: string
    }
  | { readonly what: 'agreed' | 'withdrawn'; readonly sha256: string }

interface MarkedParty {
  readonly card: CardId
  readonly name: string
}

export const markAgreement = (doc: Y.Doc, mark: AgreementMark): unknown =>
  headerOf(doc).set(HEADER.agreement, mark)

/** The last thing done about a version; null if there is none. The server alone writes it, so its shape is not doubted. */
export const agreementMarkOf = (doc: Y.Doc): AgreementMark | null =>
  (headerOf(doc).get(HEADER.agreement) as AgreementMark | undefined) ?? null
