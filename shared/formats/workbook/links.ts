import type { Link, LinkOf } from '../../board/link.ts'
import type { CardId } from '../../ids.ts'
import type { ExportInput } from '../format.ts'
import { COMMITMENT, ROLE } from '../words.ts'
import { cents, sheet, text, type Cell, type Column, type Sheet } from './sheet.ts'
import { LINK_WORDS, STATE_WORDS } from './words.ts'

/** Every link between two cards of the table, and the amounts of financing by year. */
export function linkSheets({ board }: ExportInput): Sheet[] {
  const titleOf = (id: CardId): Cell => text(board.cards.get(id)?.title)
  const links = [...board.links.values()]
  const years = links.flatMap((link) =>
    link.kind === 'finances'
      ? Object.entries(link.years ?? {}).map(([year, amount]) => ({ link, year, amount }))
      : [],
  )
  const columns: readonly Column<Link>[] = [
    { heading: 'Collegamento', width: 14, cell: (link) => text(link.id) },
    { heading: 'Da (scheda)', width: 14, cell: (link) => text(link.from) },
    { heading: 'Da', width: 36, cell: (link) => titleOf(link.from) },
    { heading: 'Tipo', width: 20, cell: (link) => text(LINK_WORDS[link.kind]) },
    { heading: 'A (scheda)', width: 14, cell: (link) => text(link.to) },
    { heading: 'A', width: 36, cell: (link) => titleOf(link.to) },
    {
      heading: 'Importo',
      width: 16,
      cell: (link) => cents(link.kind === 'finances' || link.kind === 'commits' ? link.cents : null),
    },
    { heading: 'Asse (scheda)', width: 14, cell: (link) => text(link.kind === 'finances' ? link.axis : '') },
    {
      heading: 'Obiettivo specifico',
      width: 16,
      cell: (link) => text(link.kind === 'programmedUnder' ? link.specificObjective : ''),
    },
    { heading: 'Ruolo', width: 22, cell: commits((link) => link.role && ROLE[link.role]) },
    {
      heading: 'Che cosa porta',
      width: 18,
      cell: commits((link) => link.commitment && COMMITMENT[link.commitment]),
    },
    { heading: 'Quanto', width: 18, cell: commits((link) => link.value) },
    { heading: 'Stato', width: 14, cell: commits((link) => link.state && STATE_WORDS[link.state]) },
    { heading: 'Motivo', width: 40, cell: (link) => text(reasonOf(link)) },
  ]
  return [
    ...(links.length > 0 ? [sheet('Collegamenti', columns, links, 1)] : []),
    ...(years.length > 0
      ? [
          sheet<(typeof years)[number]>(
            'Finanziamento per anno',
            [
              { heading: 'Collegamento', width: 14, cell: ({ link }) => text(link.id) },
              { heading: 'Fondo', width: 28, cell: ({ link }) => titleOf(link.from) },
              { heading: 'Azione', width: 44, cell: ({ link }) => titleOf(link.to) },
              { heading: 'Anno', width: 8, cell: ({ year }) => ({ number: Number(year) }) },
              { heading: 'Importo', width: 16, cell: ({ amount }) => cents(amount) },
            ],
            years,
          ),
        ]
      : []),
  ]
}

const commits =
  (read: (link: LinkOf<'commits'>) => string | undefined) =>
  (link: Link): Cell =>
    text(link.kind === 'commits' ? read(link) : '')

function reasonOf(link: Link): string | undefined {
  if (link.kind === 'enables' || link.kind === 'complements') return link.reason
  return link.kind === 'relates' ? link.label : ''
}
