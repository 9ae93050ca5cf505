import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { cardsOf, headerOf } from '../../../shared/board/schema.ts'
import { wholeOf, writeWhole } from '../../../shared/board/whole.ts'
import type { CardId } from '../../../shared/ids.ts'
import { docOf, wholeBoards } from '../../arbitraries/boards.ts'

describe('the whole board as JSON', () => {
  it('gives back every board it was written from', () => {
    fc.assert(
      fc.property(wholeBoards(), (whole) => {
        expect(wholeOf(docOf(whole))).toEqual(whole)
      }),
    )
  })

  it('is the same on a replica that received the board as an update', () => {
    fc.assert(
      fc.property(wholeBoards(), (whole) => {
        const replica = new Y.Doc()
        Y.applyUpdate(replica, Y.encodeStateAsUpdate(docOf(whole)))
        expect(wholeOf(replica)).toEqual(whole)
      }),
      { numRuns: 50 },
    )
  })

  it('tells a shared text from a plain string, and both from an object that looks like a text', () => {
    const doc = new Y.Doc()
    const record = new Y.Map<unknown>()
    cardsOf(doc).set('card', record)
    record.set('shared', new Y.Text('sì'))
    record.set('plain', 'sì')
    record.set('object', { $text: 'sì' })
    expect(wholeOf(doc).cards.card).toEqual({
      shared: { $text: 'sì' },
      plain: 'sì',
      object: { $plain: { $text: 'sì' } },
    })
  })

  it('writes texts that people can type in, formats included', () => {
    const doc = new Y.Doc()
    const formatted = [{ insert: 'nove', attributes: { bold: true } }, { insert: ' spazi' }]
    writeWhole(doc, {
      cards: { card: { kind: 'note', title: { $text: 'Portinerie' }, body: { $text: formatted } } },
      links: {},
      comments: {},
      board: {},
    })
    const title = cardsOf(doc).get('card')?.get('title') as Y.Text
    title.insert(0, 'Nove ')
    const body = cardsOf(doc).get('card')?.get('body') as Y.Text
    expect(title.toString()).toBe('Nove Portinerie')
    expect(body.toDelta()).toEqual(formatted)
  })

  it('keeps a record that a script wrote as a plain value', () => {
    const doc = new Y.Doc()
    ;(cardsOf(doc) as Y.Map<unknown>).set('odd', { kind: 'need' })
    ;(cardsOf(doc) as Y.Map<unknown>).set('odder', 7)
    const whole = wholeOf(doc)
    expect(whole.cards).toEqual({ odd: { $plain: { kind: 'need' } }, odder: { $plain: 7 } })
    expect(wholeOf(docOf(whole))).toEqual(whole)
  })

  it('is one step for who undoes it, and leaves the cards of other ids alone', () => {
    const doc = new Y.Doc()
    addCard(doc, { kind: 'need', at: [0, 0], title: 'Resta', id: 'stays' as CardId })
    const undo = new Y.UndoManager([cardsOf(doc), headerOf(doc)], { trackedOrigins: new Set(['import']) })
    const other = new Y.Doc()
    addCard(other, { kind: 'need', at: [0, 0], title: 'Arriva', id: 'comes' as CardId })
    const origin = { source: 'local' } as const
    undo.addTrackedOrigin(origin)
    writeWhole(doc, wholeOf(other), origin)
    expect([...cardsOf(doc).keys()].sort()).toEqual(['comes', 'stays'])
    undo.undo()
    expect([...cardsOf(doc).keys()]).toEqual(['stays'])
  })

  it('neither reads nor writes the key that would reach an object prototype', () => {
    const doc = docOf({
      cards: JSON.parse(
        '{"__proto__": {"kind": "need"}, "card": {"__proto__": "x", "kind": "need"}}',
      ) as never,
      links: {},
      comments: {},
      board: {},
    })
    expect([...cardsOf(doc).keys()]).toEqual(['card'])
    expect(wholeOf(doc).cards).toEqual({ card: { kind: 'need' } })
    cardsOf(doc).get('card')?.set('__proto__', 'x')
    expect(wholeOf(doc).cards).toEqual({ card: { kind: 'need' } })
  })

  it('reads a document nested beyond every use without failing', () => {
    const doc = new Y.Doc()
    const record = new Y.Map<unknown>()
    cardsOf(doc).set('deep', record)
    let at = record
    for (let level = 0; level < 3000; level++) {
      const next = new Y.Map<unknown>()
      at.set('in', next)
      at = next
    }
    expect(JSON.stringify(wholeOf(doc)).length).toBeLessThan(1000)
  })
})
