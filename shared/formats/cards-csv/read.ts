import type { Card, CardKind } from '../../board/card.ts'
import type { Pieces } from '../../board/pieces.ts'
import { LIMITS } from '../../board/schema.ts'
import { newId, type CardId } from '../../ids.ts'
import { draftCard } from '../incoming/draft-card.ts'
import type { Grid, GridRow } from '../incoming/grid.ts'
import { choiceIn, type ReadValue } from '../incoming/read-value.ts'
import { INTO_TEXT, LEFT_OUT, rowValues, type RowRule } from '../incoming/row-values.ts'
import { lost, type Trouble } from '../incoming/trouble.ts'
import type { Reading } from './columns.ts'
import { fieldsOf, KIND_FIELD, KIND_NAMES } from './fields.ts'

export interface TableReading {
  /** Cards without a place; `incoming/lay-out.ts` gives them one. */
  readonly pieces: Pieces
  readonly troubles: readonly Trouble[]
  /** How many rows of the table became cards. */
  readonly rows: number
}

/**
 * Makes a card of each row of a table; its first row is the headings. Actions that name an intervention stand in a frame of that
 * title. Every row that becomes no card is named with the reason.
 */
export function cardsFromTable(grid: Grid, reading: Reading): TableReading {
  const [head, ...rows] = grid.rows
  const troubles: Trouble[] = [...grid.troubles]
  const cards: Card[] = []
  const frames = new Map<string, Card>()
  if (!head || rows.length === 0) troubles.push(lost('empty', { sheet: grid.name }))
  const ruleOf = rules(head?.cells ?? [], reading, grid.name)
  for (const row of rows) {
    if (cards.length + frames.size >= LIMITS.cards) {
      troubles.push(lost('tooManyRows', { sheet: grid.name, row: row.row }, String(LIMITS.cards)))
      break
    }
    const kind = kindOf(row, reading)
    const card = kind && cardOf(row, kind, ruleOf(kind), frames, troubles)
    if (card) cards.push(card)
    if (!kind) troubles.push(lost('unknownKind', { sheet: grid.name, row: row.row }, kindCell(row, reading)))
  }
  return { pieces: { cards: [...frames.values(), ...cards], links: [] }, troubles, rows: cards.length }
}

function cardOf(
  row: GridRow,
  kind: CardKind,
  rule: RowRule,
  frames: Map<string, Card>,
  troubles: Trouble[],
): Card | null {
  const { title, body, fields, troubles: own } = rowValues(row, rule)
  troubles.push(...own)
  const where = { sheet: rule.sheet, row: row.row }
  if (title === '' && body === '') {
    troubles.push(lost('noTitle', where))
    return null
  }
  const { interventionTitle, ...plain } = fields
  const frame =
    typeof interventionTitle === 'string' ? { intervention: frameOf(interventionTitle, frames) } : {}
  const texts = title === '' ? { title: body, body: '' } : { title, body }
  const { card, cut } = draftCard(kind, newId<CardId>(), texts, { ...plain, ...frame })
  if (cut) troubles.push(lost('cut', where, String(LIMITS.body)))
  return card
}

/** How the rows of each kind are read; made once for each. */
function rules(
  headings: readonly string[],
  { columns }: Reading,
  sheet: string,
): (kind: CardKind) => RowRule {
  const made = new Map<CardKind, RowRule>()
  return (kind) => {
    const there = made.get(kind)
    if (there) return there
    const fields = new Map<string, { readonly read: ReadValue }>(
      fieldsOf(kind).map((field) => [field.key, field]),
    )
    const own = columns.map((column) => (column === KIND_FIELD.key ? LEFT_OUT : column))
    // A field of another kind than the row's: what stands there goes into the text.
    const known = own.map((column) => (column === LEFT_OUT || fields.has(column) ? column : INTO_TEXT))
    const rule = { headings, columns: known, fields, sheet, exact: false }
    made.set(kind, rule)
    return rule
  }
}

const kindCell = ({ cells }: GridRow, { columns }: Reading): string =>
  cells[columns.indexOf(KIND_FIELD.key)]?.trim() ?? ''

function kindOf(row: GridRow, reading: Reading): CardKind | null {
  const cell = kindCell(row, reading)
  return cell === '' ? reading.kind : (choiceIn(KIND_NAMES, cell) as CardKind | null)
}

function frameOf(title: string, frames: Map<string, Card>): CardId {
  const there = frames.get(title)
  if (there) return there.id
  const { card } = draftCard('intervention', newId<CardId>(), { title, body: '' }, {})
  frames.set(title, card)
  return card.id
}
