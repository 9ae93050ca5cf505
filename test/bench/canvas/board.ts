import * as Y from 'yjs'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { linkRecord } from '../../../shared/board/commands/records.ts'
import { linksOf } from '../../../shared/board/schema.ts'
import type { CardId } from '../../../shared/ids.ts'

/** The card that is dragged, in the middle of the board, and how many links it has. */
export const HUB = 'card-hub' as CardId
export const HUB_LINKS = 20
const LINKS_A_CARD = 1.2
const [COLUMN, ROW] = [280, 190]

const idOf = (n: number): CardId => `card-${n}` as CardId
const KINDS = ['need', 'action', 'need', 'action', 'note'] as const

/**
 * A board to be measured: so many cards in a grid, each with a title and two lines of text, needs and actions mixed, 1.2
 * links a card from an action to a need near it, and in the middle an axis with twenty actions. The same board every time.
 */
export function boardOf(size: number): Y.Doc {
  const doc = new Y.Doc()
  const columns = Math.ceil(Math.sqrt(size * 1.1))
  const middle = Math.floor(size / columns / 2) * columns + Math.floor(columns / 2)
  doc.transact(() => {
    for (let n = 0; n < size; n++) {
      const at = [(n % columns) * COLUMN, Math.floor(n / columns) * ROW] as const
      if (n === middle) {
        addCard(doc, { kind: 'axis', id: HUB, at, title: 'Asse 3', fields: { axis: '3' } as never })
        continue
      }
      addCard(doc, {
        kind: KINDS[n % KINDS.length] ?? 'note',
        id: idOf(n),
        at,
        title: `Carta ${n}: uno spazio di vicinato aperto`,
        body: 'Un locale sfitto diventa un luogo dove le famiglie del quartiere trovano ascolto.',
      })
    }
    const links = linksOf(doc)
    const made = new Set<string>()
    const link = (kind: 'answers' | 'programmedUnder', from: CardId, to: CardId): void => {
      const id = `${kind}-${from}-${to}`
      if (!made.has(id)) links.set(id, linkRecord(kind, from, to, {}))
      made.add(id)
    }
    const has = (n: number): boolean => n >= 0 && n < size && n !== middle
    // Actions stand at 1 and 3 of each five, needs at 0 and 2: three links from each action make 1.2 a card.
    for (let n = 1; made.size < size * LINKS_A_CARD - HUB_LINKS && n < 40 * size; n++) {
      const action = 5 * (n % Math.floor(size / 5)) + (n % 2 ? 1 : 3)
      const row = columns * ((n % 3) - 1)
      const need = action + row - ((action + row) % 5) + (n % 2 ? 0 : 2)
      if (has(action) && has(need)) link('answers', idOf(action), idOf(need))
    }
    const first = middle - (middle % 5) - 5 * (HUB_LINKS / 2) + 1
    for (let n = 0; n < HUB_LINKS; n++) link('programmedUnder', idOf(first + 5 * n), HUB)
  })
  return doc
}
