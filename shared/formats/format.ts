import type { Answer, State } from '../agreement/agreement.ts'
import type { Board } from '../board/board.ts'
import type { WholeBoard } from '../board/whole.ts'
import type { CardId } from '../ids.ts'
import type { Plan } from '../plan/plan.ts'

export type { WholeBoard }

/** Who made a card and when, from the server's log; the document itself is never asked. */
export interface Author {
  readonly name: string
  readonly organisation: string
  /** ISO date and time of the server. */
  readonly at: string
}
export type Authors = ReadonlyMap<CardId, Author>

/** What a partner said of a proposed version, as a file shows it; `by` and `at` are null while nobody spoke for it. */
export interface PartyWord {
  readonly id: CardId
  readonly name: string
  readonly answer: Answer | null
  readonly reason: string
  /** Names are empty of somebody who came without one, or whose name was erased. */
  readonly by: { readonly name: string; readonly organisation: string } | null
  readonly at: string | null
}

/** The version of the plan that a file is made from, when it is not the board as it is now. */
export interface FrozenVersion {
  readonly label: string
  readonly note: string
  readonly state: State
  readonly proposedAt: string
  /** Null while it is open. */
  readonly endedAt: string | null
  /** Of the plan as it was proposed. */
  readonly sha256: string
  readonly parties: readonly PartyWord[]
  /** The canonical plan that was kept, parsed: `plan.json` says this and nothing computed anew. */
  readonly kept: Readonly<Record<string, unknown>>
}

/** Everything an export may need. The same input gives the same bytes. */
export interface ExportInput {
  readonly board: Board
  readonly plan: Plan
  readonly authors: Authors
  /** ISO date and time printed in the file. */
  readonly exportedAt: string
  readonly boardId: string
  /** The whole document as plain JSON, unknown keys included (`wholeOf(doc)`): what board.json carries. */
  readonly whole: WholeBoard
  /** The board and plan are of this version. */
  readonly version?: FrozenVersion
  readonly options?: { readonly for?: 'excel' }
}

/** A format that the plan can be written in. Pure: the same input, the same bytes. */
export interface Format {
  /** As in the address: `plan.json`, `operations.csv`. */
  readonly id: string
  readonly mediaType: string
  readonly extension: string
  /** The word that tells the file from the others in its name: `operazioni`. */
  readonly word: string
  write(input: ExportInput): Uint8Array | Promise<Uint8Array>
}

/** One thing that a reader could not use: where, why. */
export interface Problem {
  readonly row: number | null
  readonly field: string | null
  readonly code: string
  readonly message: string
  /** The sentence in English, where the reader has one. */
  readonly messageEn?: string
}
