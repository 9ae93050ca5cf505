import type { Card, CardOf, Kind } from '../../board/card.ts'
import { ofKind } from '../../board/board.ts'
import type { CardId } from '../../ids.ts'
import { EVERYDAY_NAMES } from '../../programme/fund-name.ts'
import { THEME_NAMES } from '../../programme/words.ts'
import type { ExportInput } from '../format.ts'
import { DESIGN_LEVEL, NATURE, PARTNER_TYPE } from '../words.ts'
import { cents, day, lines, number, sheet, text, type Cell, type Column, type Sheet } from './sheet.ts'
import { CARD_SHEETS, YES } from './words.ts'

type Columns = { readonly [K in Kind]: readonly Column<CardOf<K>>[] }

/** Every card with everything written on it: a sheet for each kind that is on the table. Ids tie the sheets together. */
export function cardSheets(input: ExportInput): Sheet[] {
  const columns = columnsOf(input)
  return (Object.keys(CARD_SHEETS) as Kind[]).flatMap((kind) => sheetOf(kind, columns, input))
}

function sheetOf<K extends Kind>(kind: K, columns: Columns, input: ExportInput): Sheet[] {
  const cards = ofKind(input.board.cards.values(), kind)
  if (cards.length === 0) return []
  const all: readonly Column<CardOf<K>>[] = [...FIRST, ...columns[kind], ...writtenBy(input)]
  return [sheet(CARD_SHEETS[kind], all, cards, 2)]
}

const FIRST: readonly Column<Card>[] = [
  { heading: 'Scheda', width: 14, cell: (card) => text(card.id) },
  { heading: 'Titolo', width: 44, cell: (card) => text(card.title) },
  { heading: 'Testo', width: 60, cell: (card) => text(card.body) },
]

const writtenBy = ({ authors }: ExportInput): readonly Column<Card>[] => [
  { heading: 'Scritta da', width: 20, cell: ({ id }) => text(authors.get(id)?.name) },
  { heading: 'Organizzazione', width: 24, cell: ({ id }) => text(authors.get(id)?.organisation) },
  { heading: 'Scritta il', width: 12, cell: ({ id }) => day(authors.get(id)?.at) },
]

const TAGS: readonly Column<CardOf<'need' | 'action' | 'context' | 'intervention'>>[] = [
  { heading: 'Destinatari', width: 28, cell: (card) => lines(card.targetGroups) },
  { heading: 'Territori', width: 28, cell: (card) => lines(card.places) },
]

const THEMES: Column<CardOf<'action' | 'context'>> = {
  heading: 'Politiche',
  width: 26,
  cell: ({ themes }) => lines(themes?.map((theme) => THEME_NAMES[theme].it)),
}

const DATES: readonly Column<CardOf<'action' | 'context'>>[] = [
  { heading: 'Inizio', width: 12, cell: ({ start }) => day(start) },
  { heading: 'Fine', width: 12, cell: ({ end }) => day(end) },
]

function columnsOf({ board, plan }: ExportInput): Columns {
  const titleOf = (id: string | undefined): Cell => text(id && board.cards.get(id as CardId)?.title)
  return {
    need: [
      { heading: 'Chi lo dice', width: 28, cell: ({ source }) => text(source) },
      ...TAGS,
      { heading: 'Unito al bisogno', width: 14, cell: ({ mergedInto }) => text(mergedInto) },
      { heading: 'Non accolto perché', width: 36, cell: ({ notTakenUp }) => text(notTakenUp) },
    ],
    action: [
      { heading: 'Intervento (scheda)', width: 14, cell: ({ intervention }) => text(intervention) },
      { heading: 'Intervento', width: 32, cell: ({ intervention }) => titleOf(intervention) },
      { heading: 'Natura', width: 14, cell: ({ nature }) => text(nature && NATURE[nature]) },
      { heading: 'Costo', width: 16, cell: ({ costCents }) => cents(costCents) },
      ...DATES,
      ...TAGS,
      {
        heading: 'Livello di progettazione',
        width: 24,
        cell: ({ designLevel }) => text(designLevel && DESIGN_LEVEL[designLevel]),
      },
      { heading: 'Ha bisogno di un luogo', width: 12, cell: ({ needsPlace }) => text(needsPlace ? YES : '') },
      THEMES,
      { heading: 'Codice operazione', width: 18, cell: ({ operationCode }) => text(operationCode) },
      {
        heading: 'Forse la stessa operazione di',
        width: 18,
        cell: ({ sameOperationAs }) => text(sameOperationAs),
      },
      { heading: 'CUP', width: 18, cell: ({ cup }) => text(cup) },
      { heading: 'Dedotto, non dichiarato', width: 24, cell: ({ inferred }) => lines(inferred) },
    ],
    intervention: [
      ...TAGS,
      { heading: 'Spazi', width: 8, cell: ({ spaces }) => number(spaces) },
      { heading: 'Dispositivo: progettazione', width: 44, cell: (card) => text(card.arrangementDesign) },
      { heading: 'Dispositivo: destinatari', width: 44, cell: (card) => text(card.arrangementRecipients) },
      { heading: 'Dispositivo: tempistica', width: 44, cell: (card) => text(card.arrangementTiming) },
    ],
    axis: [{ heading: plan.programme.axisWord.it, width: 10, cell: ({ axis }) => text(axis) }],
    fund: [
      { heading: 'Fonte', width: 20, cell: ({ fund }) => text(fund && EVERYDAY_NAMES[fund].it) },
      { heading: 'Programma', width: 28, cell: ({ programme }) => text(programme) },
      { heading: 'Tetto', width: 16, cell: ({ ceilingCents }) => cents(ceilingCents) },
      {
        heading: 'Quota UE',
        width: 10,
        cell: ({ euRate }) => (euRate === undefined ? null : { share: euRate }),
      },
    ],
    partner: [
      {
        heading: 'Tipo',
        width: 20,
        cell: ({ partnerType }) => text(partnerType && PARTNER_TYPE[partnerType]),
      },
      { heading: 'Codice fiscale', width: 18, cell: ({ taxCode }) => text(taxCode) },
      { heading: 'Numero RUNTS', width: 16, cell: ({ runts }) => text(runts) },
      { heading: 'Settore', width: 24, cell: ({ sector }) => text(sector) },
      { heading: 'Contatto', width: 28, cell: ({ contact }) => text(contact) },
    ],
    context: [
      { heading: 'Programma', width: 28, cell: ({ programme }) => text(programme) },
      { heading: 'Importo', width: 16, cell: (card) => cents(card.cents) },
      ...DATES,
      ...TAGS,
      THEMES,
      { heading: 'Codice operazione', width: 18, cell: ({ operationCode }) => text(operationCode) },
      { heading: 'Fonte', width: 28, cell: ({ source }) => text(source) },
    ],
    note: [],
    zone: [],
  }
}
