import type { Card } from '../../../shared/board/card.ts'
import type { CodeListId } from '../../../shared/programme/code-index.ts'
import { mergedText } from '../ui/text-binding.ts'
import type { BoardSession } from '../../session/board-session.svelte.ts'

/** A column of the table by kind: how a card reads in it, sorts in it and is written in it. Pure but for `write`. */
export interface Column {
  readonly key: string
  readonly label: string
  /** Width, as CSS writes it for a grid. */
  readonly width: string
  readonly amount?: boolean
  /** It holds words: what two people write in a cell at the same time is kept of both. */
  readonly words?: boolean
  /** What the cell says; empty when nothing is known. */
  text(card: Card): string
  /** By what cards are put in order, where the text would not do. */
  order?(card: Card): number | string
  /** What is typed to begin with, where it is not the text. */
  typed?(card: Card): string
  /** The values one may choose among; then nothing is typed. */
  readonly choices?: readonly Choice[]
  chosen?(card: Card): string
  /** The list of codes that is looked through while one writes. */
  readonly codes?: CodeListId
  /** Writes what was typed or chosen, by the shared commands; a sentence when it was not understood. */
  write?(session: BoardSession, card: Card, value: string): string | null
}

/** What is to be written of what somebody typed in a cell that read `before` when they began and reads `now`. */
export const writtenIn = (
  { words }: Pick<Column, 'words'>,
  before: string,
  typed: string,
  now: string,
): string => (words ? mergedText(before, typed, now) : typed)

export interface Choice {
  readonly value: string
  readonly label: string
}

/** A row's card as the board has it now, in the trash too: the row may still be what the plan knew a moment ago. */
export const cardNow = (
  { board }: { readonly board: Pick<BoardSession['board'], 'card' | 'trash'> },
  row: Card,
): Card => board.card(row.id) ?? board.trash.get(row.id) ?? row
