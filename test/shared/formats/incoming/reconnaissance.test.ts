import { expect, it } from 'vitest'
import type { CardId } from '../../../../shared/ids.ts'
import { bringPieces } from '../../../../shared/board/commands/bring-pieces.ts'
import { boardOf } from '../../../../shared/board/board.ts'
import { READERS } from '../../../../shared/formats/readers.ts'
import { planOf } from '../../../../shared/plan/plan-of.ts'
import { targetByPlace } from '../../../../shared/plan/views/target-by-place.ts'
import { programmeById } from '../../../../shared/programme/programmes.ts'
import { aDoc } from '../../../builders/a-doc.ts'

const QUARTERS = ['Scampia', 'Ponticelli', 'Barra']

/** A list as an office keeps it, under headings of its own. */
const list = [
  'Denominazione progetto;Programma;Importo totale;Quartiere;Utenza;Data avvio',
  ...Array.from(
    { length: 150 },
    (_, at) =>
      `Progetto ${at + 1};POR Campania;${at + 1}.000,50;${QUARTERS[at % 3] ?? ''};Giovani;15/01/2024`,
  ),
].join('\n')

it('[M4] 150 rows of what already runs take part in CMP and REC, and never in the ledger', () => {
  const { doc } = aDoc({
    cards: {
      works: {
        kind: 'action',
        title: 'Centro',
        places: ['Scampia'],
        targetGroups: ['giovani'],
        costCents: 1_000_00,
      },
      elsewhere: { kind: 'action', title: 'Orti', places: ['Vomero'], targetGroups: ['giovani'] },
      erdf: { kind: 'fund', fund: 'ERDF' },
    },
    links: [
      ['erdf', 'finances', 'works', { cents: 1_000_00 }],
      ['erdf', 'finances', 'elsewhere', { cents: 5_00 }],
    ],
  })
  const programme = programmeById('pon-metro-2014-2020')
  if (!programme) throw new Error('the programme is there')
  const before = planOf(boardOf(doc), programme)
  const { pieces, troubles } = READERS['cards.csv']?.(new TextEncoder().encode(list), {
    kind: 'context',
  }) ?? {
    pieces: { cards: [], links: [] },
    troubles: [],
  }
  expect(troubles).toEqual([])
  bringPieces(doc, pieces)
  const plan = planOf(boardOf(doc), programme)

  expect(plan.contexts).toHaveLength(150)
  expect(plan.ledger.rows).toEqual(before.ledger.rows)
  expect(plan.ledger.totalCents).toBe(1_005_00)
  // 1.000,50 to 150.000,50: the sum of a hundred and fifty rows, to the cent.
  expect(plan.ledger.contextCents).toBe(((150 * 151) / 2) * 1_000_00 + 150 * 50)

  const scampia = targetByPlace(plan)
    .lines.flatMap(({ cells }) => cells)
    .find(({ place, actions }) => place === 'Scampia' && actions.length > 0)
  expect(scampia?.contexts).toHaveLength(50)
  expect(scampia?.apart.length).toBeGreaterThan(1)
  const rec = (id: string): readonly string[] =>
    plan.findings.flatMap(({ rule, cards, verdict }) =>
      rule === 'REC-1' && cards.includes(id as CardId) ? [verdict] : [],
    )
  expect(rec('works')).toEqual(['holds'])
  expect(rec('elsewhere')).toEqual(['fails'])
})
