import type * as Y from 'yjs'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { editCard } from '../../../shared/board/commands/edit-card.ts'
import { linkRecord } from '../../../shared/board/commands/records.ts'
import { linksOf } from '../../../shared/board/schema.ts'
import type { CardId } from '../../../shared/ids.ts'
import { aLargeBoard } from '../a-large-board.ts'

const card = (kind: string, n: number): CardId => `${kind}-${n}` as CardId

/**
 * A large board on which people have gone on: actions have indicators, codes and partners, every tenth has a running
 * intervention beside it. Places and target groups are as many as a city of that many actions has: about six actions for
 * the same people in the same place.
 */
export function aPlannedBoard(size: number): Y.Doc {
  const doc = aLargeBoard(Math.round(size * 0.95))
  const actions = Math.round(size * 0.95 * 0.3)
  const places = Math.max(5, Math.round(actions / 30))
  doc.transact(() => {
    for (let n = 0; n < Math.round(size * 0.02); n++)
      addCard(doc, {
        kind: 'partner',
        id: card('partner', n),
        at: [-600, n * 160],
        title: `Cooperativa numero ${n}`,
        fields: { partnerType: n % 2 ? 'cooperative' : 'municipality', taxCode: '00743110157' },
      })
    for (let n = 0; n < Math.round(size * 0.03); n++)
      addCard(doc, {
        kind: 'context',
        id: card('context', n),
        at: [-900, n * 160],
        title: `Intervento in corso ${n}`,
        fields: {
          places: [`quartiere ${n % places}`],
          targetGroups: [`gruppo ${n % 5}`],
          cents: 100_000 + n,
        },
      })
    for (let n = 0; n < actions; n++) {
      editCard<'action'>(doc, card('action', n), {
        places: [`quartiere ${n % places}`],
        targetGroups: [`gruppo ${n % 5}`],
        cup: 'J89I24000140001',
        operationCode: `MI ${(n % 4) + 1}.1.${(n % 9) + 1}.${'abcdefgh'[n % 8] ?? 'a'}`.concat(String(n)),
        indicators: [{ type: 'output', code: 'RCO113', label: 'Persone', unit: 'persone', target: n }],
        classifications: [
          { dimension: 'interventionField', code: '112' },
          { dimension: 'formOfSupport', code: '01' },
        ],
      })
      const partner = card('partner', n % Math.max(1, Math.round(size * 0.02)))
      linksOf(doc).set(
        `commits-${n}`,
        linkRecord('commits', partner, card('action', n), { role: n % 2 ? 'outsideLead' : 'insideLead' }),
      )
    }
  })
  return doc
}
