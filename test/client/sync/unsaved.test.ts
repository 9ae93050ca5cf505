import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { editText } from '../../../shared/board/commands/edit-card.ts'
import { linkCards } from '../../../shared/board/commands/link-cards.ts'
import { moveCards } from '../../../shared/board/commands/move-cards.ts'
import { cardsOf } from '../../../shared/board/schema.ts'
import { wholeOf, writeWhole } from '../../../shared/board/whole.ts'
import type { CardId } from '../../../shared/ids.ts'
import { partOf, unsavedIn } from '../../../client/sync/unsaved.ts'

let mine: Y.Doc
let server: Y.Doc
let kept: CardId
let other: CardId

const added = (doc: Y.Doc, title: string, kind: 'need' | 'action' = 'need'): CardId => {
  const id = addCard(doc, { kind, at: [0, 0], title })
  if (!id) throw new Error('the board is full')
  return id
}
const cardsIn = (): string[] => [...unsavedIn(mine, server).cards]

beforeEach(() => {
  mine = new Y.Doc()
  server = new Y.Doc()
  kept = added(mine, 'Di tutti')
  other = added(mine, 'Un’altra', 'action')
  Y.applyUpdate(server, Y.encodeStateAsUpdate(mine))
})

describe('[SYNC-28] what never reached the server', () => {
  it('is nothing when all has', () => {
    expect(unsavedIn(mine, server)).toMatchObject({ cards: new Set(), links: new Set() })
  })

  it('is what was written here, and not what colleagues wrote meanwhile', () => {
    const fresh = added(mine, 'Nuova')
    editText(mine, kept, 'title', 'Di tutti, corretta')
    moveCards(server, [{ id: other, to: [500, 500] }])
    editText(server, kept, 'title', 'Di tutti, da un’altra persona')
    added(server, 'Loro')
    expect(cardsIn().sort()).toEqual([fresh, kept].sort())
  })

  it('is a card that only lost something, by a deletion that moves no clock', () => {
    editText(mine, kept, 'title', 'Di')
    expect(cardsIn()).toEqual([kept])
    editText(mine, kept, 'title', '')
    expect(cardsIn()).toEqual([kept])
  })

  it('is a card deleted here for good, which the file cannot hold', () => {
    cardsOf(mine).delete(kept)
    const unsaved = unsavedIn(mine, server)
    expect([...unsaved.cards]).toEqual([kept])
    expect(partOf(wholeOf(mine), unsaved).cards).toEqual({})
  })

  it('is not what was written here and taken away again, nor what others deleted', () => {
    const brief = added(mine, 'Un attimo')
    cardsOf(mine).delete(brief)
    cardsOf(server).delete(other)
    expect(cardsIn()).toEqual([])
  })

  it('as a file has the cards that its links join, and can be brought in again', () => {
    linkCards(mine, { kind: 'answers', from: other, to: kept })
    const unsaved = unsavedIn(mine, server)
    expect([unsaved.cards.size, unsaved.links.size]).toEqual([0, 1])
    const part = partOf(wholeOf(mine), unsaved)
    expect(Object.keys(part.cards).sort()).toEqual([kept, other].sort())
    writeWhole(server, part)
    expect(wholeOf(server)).toEqual(wholeOf(mine))
  })
})
