import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { boardOf, ofKind } from '../../../shared/board/board.ts'
import { isFrame, type Card } from '../../../shared/board/card.ts'
import { inside } from '../../../shared/board/commands/move-cards.ts'
import { brokenInvariants } from '../../../shared/board/invariants.ts'
import { LIMITS, linksOf } from '../../../shared/board/schema.ts'
import { insertModel } from '../../../shared/models/insert-model.ts'
import { MODELS } from '../../../shared/models/list.ts'
import { LOCAL } from '../../../shared/board/origin.ts'
import { aModel } from '../../builders/a-model.ts'
import { programmeById } from '../../../shared/programme/programmes.ts'

const apart = (a: Card, b: Card): boolean =>
  a.at[0] + a.size[0] + 24 <= b.at[0] ||
  b.at[0] + b.size[0] + 24 <= a.at[0] ||
  a.at[1] + a.size[1] + 24 <= b.at[1] ||
  b.at[1] + b.size[1] + 24 <= a.at[1]

describe.each(MODELS.map((model) => [model.id, model] as const))('the model %s', (_, model) => {
  const doc = new Y.Doc()
  let transactions = 0
  doc.on('afterTransaction', () => transactions++)
  const ids = insertModel(doc, model, [100, -50])
  const board = boardOf(doc)

  it('comes in one transaction, with a card for each id', () => {
    expect(transactions).toBe(1)
    expect(ids.length).toBe(board.cards.size)
    expect(ids.every((id) => board.cards.has(id))).toBe(true)
    expect(ids.slice(0, 1).map((id) => board.cards.get(id)?.kind)).toEqual(['intervention'])
  })

  it('has only links that fit, all of which are read back', () => {
    expect(board.links.size).toBe(linksOf(doc).size)
    expect(brokenInvariants(board)).toEqual([])
  })

  it('stands readably: nothing overlaps, actions lie under the heading of their frame', () => {
    const cards = [...board.cards.values()]
    const loose = cards.filter((card) => !isFrame(card))
    for (const [index, card] of loose.entries())
      for (const other of loose.slice(index + 1))
        expect(apart(card, other), `${card.title} / ${other.title}`).toBe(true)
    for (const frame of cards.filter(isFrame))
      for (const card of loose) {
        if (card.kind !== 'action') expect(apart(card, frame), card.title).toBe(true)
        else {
          expect(inside(card, frame)).toBe(true)
          expect(card.at[1] - frame.at[1]).toBeGreaterThanOrEqual(56)
        }
      }
  })

  it('reads from needs on the left to funds on the far right', () => {
    const columns = (['need', 'action', 'axis', 'fund'] as const)
      .map((kind) => ofKind(board.cards.values(), kind).map((card) => card.at[0]))
      .filter((xs) => xs.length > 0)
    columns.reduce((left, right) => {
      expect(Math.max(...left)).toBeLessThan(Math.min(...right))
      return right
    })
    expect(Math.min(...[...board.cards.values()].map((card) => card.at[0]))).toBe(100)
    expect(Math.min(...[...board.cards.values()].map((card) => card.at[1]))).toBe(-50)
  })

  it('names a programme and a city that exist, and its source', () => {
    const programme = programmeById(model.programme)
    expect(programme?.cities.map((city) => city.name)).toContain(model.city)
    expect(model.source).not.toBe('')
  })
})

describe('inserting a model', () => {
  const model = aModel('quartieri-connessi')

  it('twice gives two of everything', () => {
    const doc = new Y.Doc()
    const first = insertModel(doc, model, [0, 0])
    const second = insertModel(doc, model, [3000, 0])
    expect(new Set([...first, ...second]).size).toBe(first.length * 2)
    expect(boardOf(doc).cards.size).toBe(first.length * 2)
  })

  it('is one step of the person who does it', () => {
    const doc = new Y.Doc()
    const undo = new Y.UndoManager(doc.getMap('cards'), { trackedOrigins: new Set([LOCAL]) })
    insertModel(doc, model, [0, 0], LOCAL)
    undo.undo()
    expect(boardOf(doc).cards.size).toBe(0)
  })

  it('inserts nothing on a board that has no room for all of it', () => {
    const doc = new Y.Doc()
    doc.transact(() => {
      for (let n = 0; n < LIMITS.cards - 3; n++) doc.getMap('cards').set(`c${n}`, new Y.Map())
    })
    expect(insertModel(doc, model, [0, 0])).toEqual([])
    expect(boardOf(doc).cards.size).toBe(0)
    expect(linksOf(doc).size).toBe(0)
  })
})
