import type { AgreementMark } from '../board/agreement-mark.ts'
import type { Kind } from '../board/card.ts'
import type { LinkKind } from '../board/link.ts'
import type { CardId, LinkId } from '../ids.ts'
import type { Cents } from '../money.ts'

/**
 * Something that happened at a board: the closed list of what `GET /api/boards/:id/history` calls `kind`. A fact is plain
 * JSON and carries what its sentence needs, as things were called then.
 */
export type Fact =
  | Opened
  | OfCards
  | Retitled
  | Changed
  | Into
  | OfLinks
  | Financed
  | Relinked
  | OfComments
  | Headed
  | Imported
  | Repaired
  | WentBackTo
  | OfAgreement

export type FactKind = Fact['kind']

/** How a card was called when it happened. */
export interface Name {
  readonly kind: Kind
  readonly title: string
}

interface About {
  readonly cards: readonly CardId[]
  readonly links: readonly LinkId[]
}

/** Of the first cards, in their order: a sentence names no more. */
interface Named extends About {
  readonly names: readonly Name[]
}

export interface Opened extends About {
  readonly kind: 'opened'
  readonly title: string
}

/** `described`: the text was written; `removed`: into the trash; `deleted`: for good, by undoing its making. */
export interface OfCards extends Named {
  readonly kind:
    | 'added'
    | 'described'
    | 'moved'
    | 'resized'
    | 'removed'
    | 'restored'
    | 'deleted'
    | 'ungrouped'
    | 'unmerged'
}

export interface Retitled extends Named {
  readonly kind: 'retitled'
  readonly before: string
  readonly after: string
}

/** `field` is null when many fields changed in one step; then there is no before and after. */
export interface Changed extends Named {
  readonly kind: 'changed'
  readonly field: string | null
  readonly before: unknown
  readonly after: unknown
}

/** Actions into an intervention, needs into the one that speaks for them. */
export interface Into extends Named {
  readonly kind: 'grouped' | 'merged'
  readonly into: Name
}

/** `ends` is of the one link, from and to; null for many. */
export interface OfLinks extends About {
  readonly kind: 'linked' | 'unlinked'
  readonly link: LinkKind | null
  readonly ends: readonly [Name, Name] | null
}

/** An amount from a fund to an action; `before` is null for the first. */
export interface Financed extends About {
  readonly kind: 'financed'
  readonly ends: readonly [Name, Name]
  readonly before: Cents | null
  readonly after: Cents | null
}

export interface Relinked extends About {
  readonly kind: 'relinked'
  readonly link: LinkKind
  readonly ends: readonly [Name, Name]
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** What was said about a card: a comment, an answer, a conversation settled or opened again, a comment taken away. */
export interface OfComments extends Named {
  readonly kind: 'commented' | 'answered' | 'settled' | 'reopened' | 'unsaid'
  /** The words, as they were then; null where they are not told. */
  readonly words: string | null
}

export interface Headed extends About {
  readonly kind: 'header'
  readonly field: 'title' | 'programme' | 'city'
  readonly before: string
  readonly after: string
}

/** Many cards and links in one step: a file, a model, a long time without a network. */
export interface Imported extends Named {
  readonly kind: 'imported'
}

/** What the server put right after edits that did not fit together. */
export interface Repaired extends About {
  readonly kind: 'repaired'
}

export interface WentBackTo extends Named {
  readonly kind: 'wentBack'
  readonly to: number
  readonly whole: boolean
}

/** What was done about a version put to the partners; `cards` is the partner's, where it is about one. */
export interface OfAgreement extends About {
  readonly kind: 'agreement'
  readonly mark: AgreementMark
}

/** What one or more records of one author did, as one thing. */
export interface Told {
  /** The last record of it, and the first. */
  readonly seq: number
  readonly first: number
  /** Milliseconds since 1970 of the last record and of the first. */
  readonly atMs: number
  readonly firstMs: number
  /** A participant, or 'server'. */
  readonly actor: string
  /** What vouches for the last record and all before it, hexadecimal (SYNC-66). */
  readonly hash: string
  readonly fact: Fact
}
