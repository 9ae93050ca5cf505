import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { boardOf } from '../../../../shared/board/board.ts'
import { addCard } from '../../../../shared/board/commands/add-card.ts'
import { editText } from '../../../../shared/board/commands/edit-card.ts'
import { linkCards, unlink } from '../../../../shared/board/commands/link-cards.ts'
import { restoreBoard, restoreCard } from '../../../../shared/board/commands/restore-board.ts'
import { trashCards } from '../../../../shared/board/commands/trash-cards.ts'
import { wentBackOf } from '../../../../shared/board/went-back.ts'
import { wholeOf } from '../../../../shared/board/whole.ts'
import type { CardId } from '../../../../shared/ids.ts'
import { docOf, wholeBoards } from '../../../arbitraries/boards.ts'

const id = (name: string): CardId => name as CardId
const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

describe('going back', () => {
  it('[SYNC-100] gives a whole board what it had, whatever it has become; what came since is in the trash', () => {
    fc.assert(
      fc.property(
        wholeBoards(),
        wholeBoards({ programme: 'pn-metro-plus-2021-2027', city: 'Napoli' }),
        (old, now) => {
          const [then, doc] = [docOf(old), docOf(now)]
          const ids = [...boardOf(doc).cards.keys()]
          restoreBoard(doc, wholeOf(then), 7)
          const [expected, got] = [boardOf(then), boardOf(doc)]
          expect(got.cards).toEqual(expected.cards)
          expect(got.links).toEqual(expected.links)
          expect(got.header).toEqual(expected.header)
          for (const one of ids) expect(got.cards.has(one) || got.trash.has(one)).toBe(true)
          for (const one of expected.trash.keys()) expect(got.trash.get(one)).toEqual(expected.trash.get(one))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('[SYNC-100] twice to the same moment writes nothing the second time', () => {
    fc.assert(
      fc.property(wholeBoards(), wholeBoards(), (old, now) => {
        const doc = docOf(now)
        const whole = wholeOf(docOf(old))
        restoreBoard(doc, whole, 7)
        let updates = 0
        doc.on('update', () => updates++)
        expect(restoreBoard(doc, whole, 7)).toEqual({ cards: 0, links: 0 })
        expect(updates).toBe(0)
      }),
      { numRuns: 100 },
    )
  })

  it('[SYNC-101] gives one card back its texts, fields and links, and leaves the other cards alone', () => {
    fc.assert(
      fc.property(wholeBoards(), wholeBoards(), fc.nat(), (old, later, nth) => {
        const then = docOf(old)
        const doc = copyOf(then)
        // The same board with other cards since, and the old ones in other words.
        const others = { ...later, cards: { ...shuffled(old.cards), ...later.cards } }
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(docOf(others)))
        const cards = Object.keys(old.cards)
        const card = cards[nth % Math.max(1, cards.length)]
        if (card === undefined) return
        const before = wholeOf(doc)
        const changed = restoreCard(doc, wholeOf(then), id(card), 3)
        const after = wholeOf(doc)
        expect(changed).not.toBeNull()
        const { [card]: restored, ...rest } = after.cards
        const { [card]: _, ...restBefore } = before.cards
        expect(rest).toEqual(restBefore)
        for (const [key, value] of Object.entries(old.cards[card] ?? {}))
          if (key !== 'intervention' && key !== 'mergedInto') expect(restored?.[key], key).toEqual(value)
        for (const [link, record] of Object.entries(after.links))
          if (record.from === card || record.to === card) expect(record).toEqual(wholeOf(then).links[link])
      }),
      { numRuns: 200 },
    )
  })

  it('[SYNC-101] brings back a link whose two cards are there, and not one that would hang in the air', () => {
    const doc = new Y.Doc()
    for (const name of ['a', 'b', 'c']) addCard(doc, { kind: 'action', at: [0, 0], id: id(name) })
    const [ab, ac] = [id('b'), id('c')].map((to) => linkCards(doc, { kind: 'enables', from: id('a'), to }))
    const then = wholeOf(doc)
    if (!ab?.ok || !ac?.ok) throw new Error('not linked')
    unlink(doc, [ab.id, ac.id])
    doc.getMap('cards').delete('c')
    expect(restoreCard(doc, then, id('a'), 5)).toEqual({ cards: 0, links: 1 })
    expect([...boardOf(doc).links.keys()]).toEqual([ab.id])
    expect(wentBackOf(doc)).toEqual({ to: 5, card: 'a' })
    expect(restoreCard(doc, then, id('nobody'), 5)).toBeNull()
  })

  it('[SYNC-102] what others write at the same moment merges with it', () => {
    const doc = new Y.Doc()
    addCard(doc, { kind: 'need', at: [0, 0], title: 'Spazi per i giovani', id: id('need') })
    const then = wholeOf(doc)
    editText(doc, id('need'), 'title', 'Spazi per i giovani del rione')
    trashCards(doc, [id('need')])
    const other = copyOf(doc)
    restoreBoard(doc, then, 1)
    editText(other, id('need'), 'title', 'Nuovi spazi per i giovani del rione')
    addCard(other, { kind: 'note', at: [0, 0], title: 'Di Bruno', id: id('note') })
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    expect(wholeOf(doc)).toEqual(wholeOf(other))
    const { cards } = boardOf(doc)
    expect(cards.get(id('need'))?.title).toBe('Nuovi spazi per i giovani')
    expect(cards.get(id('note'))?.title).toBe('Di Bruno')
  })
})

/** The same cards with each other's words. */
function shuffled<T>(cards: Readonly<Record<string, T>>): Record<string, T> {
  const values = Object.values(cards)
  return Object.fromEntries(
    Object.keys(cards).map((key, nth) => [key, values[(nth + 1) % values.length] as T]),
  )
}
