import type { Trouble } from './trouble.ts'

/** A table as it was found: texts in rows, whatever kind of file it came from. */
export interface Grid {
  /** Name of the sheet; empty for a text file. */
  readonly name: string
  readonly rows: readonly GridRow[]
  readonly troubles: readonly Trouble[]
}

export interface GridRow {
  /** As a spreadsheet counts it, from 1. */
  readonly row: number
  /**
   * Numbers with a decimal comma and no dots, days as ISO dates, percentages with their sign: so that what a spreadsheet knew
   * is read like what a person typed, and never means something else.
   */
  readonly cells: readonly string[]
}

/** What is read at most. A board holds 10,000 cards, a list to choose from may be longer. */
export const GRID_LIMITS = { rows: 100_000, columns: 400, cells: 4_000_000, text: 32_767 } as const

export const isBlank = ({ cells }: GridRow): boolean => cells.every((cell) => cell.trim() === '')
