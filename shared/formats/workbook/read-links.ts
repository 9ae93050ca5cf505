import { brokenCycles } from '../../board/cycles.ts'
import { fits, linkFrom, type Link, type LinkKind } from '../../board/link.ts'
import { LIMITS, LINK } from '../../board/schema.ts'
import { newId, type CardId, type LinkId } from '../../ids.ts'
import type { Grid } from '../incoming/grid.ts'
import { choice, choiceIn, count, money, words } from '../incoming/read-value.ts'
import { lost, type Trouble } from '../incoming/trouble.ts'
import { COMMITMENT, ROLE } from '../words.ts'
import type { CardsById } from './read-cards.ts'
import { namedRows, type NamedRow } from './read-rows.ts'
import { LINK_WORDS, STATE_WORDS } from './words.ts'

/** Reads `Collegamenti` and the amounts by year; a link between cards that are not in the file, or do not fit, is named. */
export function readLinks(sheets: SheetsByName, cards: CardsById, troubles: Trouble[]): Link[] {
  const links = new Map<string, Link>()
  const years = yearsIn(sheets.get('Finanziamento per anno'), troubles)
  for (const row of rowsOf(sheets.get('Collegamenti'), troubles)) {
    if (links.size >= LIMITS.links) {
      troubles.push(lost('tooManyRows', row.where, String(LIMITS.links)))
      break
    }
    const id = row.text('Collegamento')
    const link = linkOf(
      row,
      id === '' || links.has(id) ? newId<LinkId>() : id,
      years.get(id),
      cards,
      troubles,
    )
    if (link) links.set(link.id, link)
  }
  for (const id of brokenCycles([...links.values()])) links.delete(id)
  return [...links.values()]
}

export type SheetsByName = ReadonlyMap<string, Grid>

const rowsOf = (grid: Grid | undefined, troubles: Trouble[]): Iterable<NamedRow> =>
  grid ? namedRows(grid, troubles) : []

function linkOf(
  row: NamedRow,
  id: string,
  years: Readonly<Record<string, unknown>> | undefined,
  cards: CardsById,
  troubles: Trouble[],
): Link | null {
  const [from, to] = [row.text('Da (scheda)'), row.text('A (scheda)')]
  const stray = [from, to].find((end) => !cards.has(end))
  const refuse = (code: 'noSuchCard' | 'wrongPair', about: string): null => {
    troubles.push(lost(code, row.where, about))
    return null
  }
  if (stray !== undefined) return refuse('noSuchCard', stray)
  const kind = choiceIn(oneName(LINK_WORDS), row.text('Tipo')) as LinkKind | null
  const [fromKind, toKind] = [cards.get(from)?.kind, cards.get(to)?.kind]
  if (!kind || !fromKind || !toKind || from === to || !fits(kind, fromKind, toKind))
    return refuse('wrongPair', row.text('Tipo'))
  const values: Readonly<Record<string, unknown>> = {
    ...fieldsOf(kind, row),
    ...(kind === 'finances' && years && { years }),
    [LINK.kind]: kind,
    [LINK.from]: from as CardId,
    [LINK.to]: to as CardId,
  }
  return linkFrom(id, (key) => values[key])
}

function fieldsOf(kind: LinkKind, row: NamedRow): Record<string, unknown> {
  const reason = row.value('Motivo', words)
  switch (kind) {
    case 'finances':
      return { cents: row.value('Importo', money), axis: row.value('Asse (scheda)', words) }
    case 'programmedUnder':
      return { specificObjective: row.value('Obiettivo specifico', words) }
    case 'commits':
      return {
        cents: row.value('Importo', money),
        role: row.value('Ruolo', choice(oneName(ROLE))),
        commitment: row.value('Che cosa porta', choice(oneName(COMMITMENT))),
        value: row.value('Quanto', words),
        state: row.value('Stato', choice(oneName(STATE_WORDS))),
      }
    case 'enables':
    case 'complements':
      return { reason }
    case 'relates':
      return { label: reason }
    case 'answers':
      return {}
  }
}

function yearsIn(grid: Grid | undefined, troubles: Trouble[]): ReadonlyMap<string, Record<string, unknown>> {
  const years = new Map<string, Record<string, unknown>>()
  for (const row of rowsOf(grid, troubles)) {
    const [year, amount] = [row.value('Anno', count), row.value('Importo', money)]
    if (typeof year !== 'number' || amount === undefined) continue
    const id = row.text('Collegamento')
    years.set(id, { ...years.get(id), [String(year)]: amount })
  }
  return years
}

const oneName = (names: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(Object.entries(names).map(([key, name]) => [key, [name]]))
