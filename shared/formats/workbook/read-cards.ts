import type { Card, Kind } from '../../board/card.ts'
import { isFrame } from '../../board/card.ts'
import { LIMITS } from '../../board/schema.ts'
import { newId, type CardId } from '../../ids.ts'
import { fieldsOf as tableFields } from '../cards-csv/fields.ts'
import { draftCard } from '../incoming/draft-card.ts'
import type { Grid } from '../incoming/grid.ts'
import { plainWord } from '../incoming/plain-word.ts'
import { count, lines, words, type ReadValue } from '../incoming/read-value.ts'
import { INTO_TEXT, LEFT_OUT, rowValues, type Column } from '../incoming/row-values.ts'
import { kept, lost, type Trouble } from '../incoming/trouble.ts'

/** What rows of links and details may speak of: the cards by the ids that the workbook gives them. */
export type CardsById = Map<string, Card>

/** Makes a card of each row of a sheet of cards, under the id that stands in `Scheda` or a fresh one. */
export function readCards(kind: Kind, grid: Grid, cards: CardsById, troubles: Trouble[]): void {
  const [head, ...rows] = grid.rows
  troubles.push(...grid.troubles)
  const headings = head?.cells ?? []
  const fields = fieldsOf(kind)
  const rule = { headings, columns: columnsOf(headings, fields), fields, sheet: grid.name, exact: true }
  for (const row of rows) {
    const where = { sheet: grid.name, row: row.row }
    const { title, body, fields: values, troubles: own } = rowValues(row, rule)
    troubles.push(...own)
    const { id: given, ...plain } = values
    if (cards.size >= LIMITS.cards) {
      troubles.push(lost('tooManyRows', where, String(LIMITS.cards)))
      return
    }
    if (typeof given === 'string' && cards.has(given)) troubles.push(kept('twice', where, given))
    const id = typeof given === 'string' && !cards.has(given) ? given : newId<CardId>()
    const { card, cut } = draftCard(kind, id as CardId, { title, body }, plain, 2)
    if (cut) troubles.push(lost('cut', where, String(2 * LIMITS.body)))
    cards.set(id, card)
  }
}

interface SheetField {
  readonly headings: readonly string[]
  readonly read: ReadValue
}

/** Columns that say of a card what its own fields do not: its id, where it belongs. Those that are only shown are left out. */
const ID: readonly (readonly [string, SheetField])[] = [['id', { headings: ['Scheda'], read: words }]]
const OF_ACTION: typeof ID = [['intervention', { headings: ['Intervento (scheda)'], read: words }]]
const OF_NEED: typeof ID = [['mergedInto', { headings: ['Unito al bisogno'], read: words }]]
const OF_FRAME: typeof ID = [
  ['title', { headings: ['Titolo'], read: words }],
  ['body', { headings: ['Testo'], read: words }],
  ['targetGroups', { headings: ['Destinatari'], read: lines }],
  ['places', { headings: ['Territori'], read: lines }],
  ['spaces', { headings: ['Spazi'], read: count }],
  ['arrangementDesign', { headings: ['Dispositivo: progettazione'], read: words }],
  ['arrangementRecipients', { headings: ['Dispositivo: destinatari'], read: words }],
  ['arrangementTiming', { headings: ['Dispositivo: tempistica'], read: words }],
]
const SHOWN_ONLY = ['Scritta da', 'Organizzazione', 'Scritta il', 'Intervento'].map(plainWord)

function fieldsOf(kind: Kind): ReadonlyMap<string, SheetField> {
  if (isFrame({ kind })) return new Map([...ID, ...OF_FRAME])
  const own = tableFields(kind as Parameters<typeof tableFields>[0])
    .filter(({ key }) => key !== 'interventionTitle')
    .map(({ key, it, also, read }) => {
      const list = key === 'targetGroups' || key === 'places'
      return [key, { headings: [it, ...also], read: list ? lines : read }] as const
    })
  return new Map([...ID, ...own, ...(kind === 'action' ? OF_ACTION : kind === 'need' ? OF_NEED : [])])
}

/** A column that somebody added goes into the text of the card. */
function columnsOf(headings: readonly string[], fields: ReadonlyMap<string, SheetField>): Column[] {
  const taken = new Set<string>()
  const find = (word: string, names: (field: SheetField) => readonly string[]): string | undefined =>
    [...fields].find(
      ([key, field]) => !taken.has(key) && names(field).some((name) => plainWord(name) === word),
    )?.[0]
  return headings.map((heading) => {
    const word = plainWord(heading)
    if (word === '' || SHOWN_ONLY.includes(word)) return LEFT_OUT
    const key = find(word, ({ headings: [own = ''] }) => [own]) ?? find(word, (field) => field.headings)
    if (key === undefined) return INTO_TEXT
    taken.add(key)
    return key
  })
}
