import { CARD_KINDS, type CardKind } from '../../board/card.ts'
import type { GridRow } from '../incoming/grid.ts'
import { plainWord } from '../incoming/plain-word.ts'
import { choiceIn } from '../incoming/read-value.ts'
import { INTO_TEXT, LEFT_OUT, type Column } from '../incoming/row-values.ts'
import { fieldsOf, KIND_FIELD, KIND_NAMES } from './fields.ts'

/** How a table is read: what its rows are and what its columns hold. */
export interface Reading {
  /** The kind of every row, or of those whose own column does not say. */
  readonly kind: CardKind
  readonly columns: readonly Column[]
}

/** The best guess from headings alone; what no heading names goes into the text, so that nothing is lost. */
export function guessColumns(
  headings: readonly string[],
  kind: CardKind,
  rows: readonly GridRow[] = [],
): Column[] {
  const words = headings.map(plainWord)
  const guessed = words.map((word): Column => (word === '' ? LEFT_OUT : INTO_TEXT))
  const fields = fieldsOf(kind)
  const free = (at: number): boolean => guessed[at] === INTO_TEXT
  const taken = (key: string): boolean => guessed.includes(key)
  const kindAt = words.findIndex((word, at) => callsItself(KIND_FIELD, word) && namesKinds(rows, at))
  if (kindAt >= 0) guessed[kindAt] = KIND_FIELD.key
  // Its own name first, for every field, then the other words, in the order in which they are listed.
  for (const { key, it, en } of fields) claim(key, [plainWord(it), plainWord(en), plainWord(key)])
  for (const { key, also } of fields) claim(key, also)
  return guessed

  function claim(key: string, names: readonly string[]): void {
    if (taken(key)) return
    const at = names
      .map((name) => words.findIndex((word, nth) => word === name && free(nth)))
      .find((nth) => nth >= 0)
    if (at !== undefined) guessed[at] = key
  }
}

/** The kind that most of the headings speak of; needs when none does: it is what people write lists of. */
export function guessKind(headings: readonly string[]): CardKind {
  const scored = CARD_KINDS.map((kind) => ({
    kind,
    score: guessColumns(headings, kind).filter((column) => column !== INTO_TEXT && column !== LEFT_OUT)
      .length,
  }))
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).kind
}

const callsItself = ({ it, en, also }: typeof KIND_FIELD, word: string): boolean =>
  [it, en, 'kind', ...also].some((name) => plainWord(name) === word)

/** "Tipo" heads lists of cards, and also of associations. */
function namesKinds(rows: readonly GridRow[], at: number): boolean {
  const cells = rows.slice(0, 50).flatMap(({ cells: row }) => (row[at]?.trim() ? [row[at]] : []))
  return (
    cells.length > 0 && cells.filter((cell) => choiceIn(KIND_NAMES, cell) !== null).length * 2 >= cells.length
  )
}
