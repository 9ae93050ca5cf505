import * as Y from 'yjs'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { linkRecord } from '../../shared/board/commands/records.ts'
import type { Kind } from '../../shared/board/card.ts'
import { cardsOf, linksOf } from '../../shared/board/schema.ts'
import type { CardId } from '../../shared/ids.ts'

const id = (kind: string, n: number): CardId => `${kind}-${n}` as CardId

/**
 * A board of about `size` cards in the proportions of a real one: four needs and three actions in ten cards, an
 * intervention every five actions, each action with an axis, a fund and a need.
 */
export function aLargeBoard(size: number): Y.Doc {
  const doc = new Y.Doc()
  const actions = Math.round(size * 0.3)
  doc.transact(() => {
    const make = (kind: Kind, count: number, fields: (n: number) => object): void => {
      for (let n = 0; n < count; n++)
        addCard(doc, {
          kind,
          id: id(kind, n),
          at: [(n % 40) * 260, Math.floor(n / 40) * 160],
          title: `${kind} numero ${n} con un titolo di lunghezza comune`,
          fields: fields(n) as never,
        })
    }
    make('intervention', Math.ceil(actions / 5), (n) => ({
      declared: [{ label: 'TOT.', cents: 500_000 + n }],
    }))
    make('action', actions, (n) => ({
      nature: n % 2 ? 'material' : 'immaterial',
      costCents: 100_000 + n,
      start: '2024-01-01',
      end: '2025-12-31',
      places: [`quartiere ${n % 20}`],
      targetGroups: [`gruppo ${n % 7}`],
      intervention: id('intervention', Math.floor(n / 5)),
    }))
    make('need', Math.round(size * 0.4), (n) => ({ source: `gruppo ${n % 30}` }))
    make('axis', 8, (n) => ({ axis: String(n + 1) }))
    make('fund', 12, (n) => ({ fund: n % 2 ? 'ESF' : 'ERDF', ceilingCents: 1_000_000_000 }))
    make('note', Math.max(0, size - cardsOf(doc).size), () => ({}))
    const link = (kind: Parameters<typeof linkRecord>[0], from: CardId, to: CardId, fields = {}): void =>
      void linksOf(doc).set(`${kind}-${from}-${to}`, linkRecord(kind, from, to, fields))
    for (let n = 0; n < actions; n++) {
      link('answers', id('action', n), id('need', n))
      link('programmedUnder', id('action', n), id('axis', n % 8), { specificObjective: `${(n % 8) + 1}.1` })
      link('finances', id('fund', n % 12), id('action', n), { cents: 100_000 })
      if (n % 5 > 0) link('enables', id('action', n - 1), id('action', n))
    }
  })
  return doc
}
