import type { State } from '../../shared/agreement/agreement.ts'
import type { CardId, LinkId, ParticipantId } from '../../shared/ids.ts'

/** A person as the story names them; both words may be empty. */
export interface Who {
  readonly id: ParticipantId
  readonly name: string
  readonly organisation: string
  readonly colour: string
}

/** One thing that happened on the board, in words, as the server tells it. */
export interface HistoryEvent {
  /** Number of the record in the board's log; a moment of the board is the one after it. */
  readonly seq: number
  /** ISO moment. */
  readonly at: string
  /** Null: the server itself, the "table". */
  readonly who: Who | null
  readonly kind: string
  readonly cards: readonly CardId[]
  readonly links: readonly LinkId[]
  readonly sentence: { readonly it: string; readonly en: string }
}

/** A moment that got a name, or that the server kept by itself. */
export interface Version {
  readonly id: string
  readonly seq: number
  readonly label: string
  readonly note: string
  readonly at: string
  readonly by: Who | null
  readonly automatic: boolean
  /** What became of it when it was put to the partners; null of one that was not. */
  readonly agreement: State | null
  readonly sha256: string
}

/** A page of the story, newest first. */
export interface HistoryPage {
  readonly events: readonly HistoryEvent[]
  /** What to ask `before` for the page that follows; null at the beginning of the board. */
  readonly next: number | null
  /** The last record of the board. */
  readonly last: number
  readonly versions: readonly Version[]
}
