import type { Card } from '../../board/card.ts'
import { classification, declared, DIMENSIONS, indicator } from '../../board/fields.ts'
import { DIMENSION_NAMES } from '../../programme/words.ts'
import { choice, count, money, words } from '../incoming/read-value.ts'
import { lost, type Trouble } from '../incoming/trouble.ts'
import type { CardsById } from './read-cards.ts'
import type { SheetsByName } from './read-links.ts'
import { namedRows, type NamedRow } from './read-rows.ts'
import { INDICATOR_WORDS } from './words.ts'

/** Gives back to actions and interventions what they carry several of: indicators, codes, declared totals. */
export function readDetails(sheets: SheetsByName, cards: CardsById, troubles: Trouble[]): void {
  each('Indicatori', 'Azione (scheda)', 'action', 'indicators', (row) =>
    indicator({
      type: row.value('Tipo', choice(named(INDICATOR_WORDS))),
      code: row.value('Codice', words),
      label: row.text('Che cosa si conta'),
      unit: row.value('Unità', words),
      target: row.value('Valore obiettivo', count),
    }),
  )
  each('Classificazioni', 'Azione (scheda)', 'action', 'classifications', (row) =>
    classification({ dimension: row.value('Dimensione', DIMENSION), code: row.text('Codice') }),
  )
  each('Totali dichiarati', 'Intervento (scheda)', 'intervention', 'declared', (row) =>
    declared({
      label: row.text('Voce'),
      cents: row.value('Dichiarato', money),
      programme: row.value('Programma', words),
    }),
  )

  function each(
    sheet: string,
    heading: string,
    kind: Card['kind'],
    field: string,
    read: (row: NamedRow) => unknown,
  ): void {
    const grid = sheets.get(sheet)
    for (const row of grid ? namedRows(grid, troubles) : []) {
      const id = row.text(heading)
      const card = cards.get(id)
      const value = read(row)
      if (card?.kind !== kind) troubles.push(lost('noSuchCard', row.where, id))
      else if (value === undefined) troubles.push(lost('wrongType', row.where, sheet))
      else cards.set(id, { ...card, [field]: [...listIn(card, field), value] } as Card)
    }
  }
}

const listIn = (card: Card, field: string): readonly unknown[] =>
  ((card as unknown as Readonly<Record<string, unknown>>)[field] as readonly unknown[] | undefined) ?? []

const named = (names: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(Object.entries(names).map(([key, name]) => [key, [name]]))

const DIMENSION = choice(Object.fromEntries(DIMENSIONS.map((one) => [one, [DIMENSION_NAMES[one].it]])))
