import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { spareOthers } from '../../../client/session/spare-others.ts'
import { boardOf } from '../../../shared/board/board.ts'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { addComment } from '../../../shared/board/commands/comments.ts'
import { editCard, editText } from '../../../shared/board/commands/edit-card.ts'
import { linkCards } from '../../../shared/board/commands/link-cards.ts'
import { restoreCards } from '../../../shared/board/commands/trash-cards.ts'
import { LOCAL } from '../../../shared/board/origin.ts'
import { CARD, cardsOf, commentsOf, linksOf } from '../../../shared/board/schema.ts'
import type { CardId } from '../../../shared/ids.ts'

const ID = 'a-need' as CardId

/** Two people at one table: what one writes the other has at once. */
function table() {
  const [anna, bruno] = [new Y.Doc(), new Y.Doc()]
  anna.on('update', (update: Uint8Array, origin) => {
    if (origin !== 'network') Y.applyUpdate(bruno, update, 'network')
  })
  bruno.on('update', (update: Uint8Array, origin) => {
    if (origin !== 'network') Y.applyUpdate(anna, update, 'network')
  })
  const manager = new Y.UndoManager([cardsOf(anna), linksOf(anna), commentsOf(anna)], {
    doc: anna,
    trackedOrigins: new Set([LOCAL]),
    captureTimeout: 0,
  })
  return {
    anna,
    bruno,
    makes: () => addCard(anna, { kind: 'need', at: [0, 0], title: 'Chiavi', id: ID }),
    undoes: () => spareOthers(anna, manager) || manager.undo() !== null,
    redoes: () => manager.redo(),
    isTrashed: (doc: Y.Doc) => cardsOf(doc).get(ID)?.get(CARD.deleted) === true,
  }
}

describe('undoing that one made a card', () => {
  it('erases it while it is one’s own alone', () => {
    const { anna, bruno, makes, undoes, redoes } = table()
    makes()
    undoes()
    expect(cardsOf(bruno).has(ID)).toBe(false)
    redoes()
    expect(boardOf(anna).cards.get(ID)?.title).toBe('Chiavi')
  })

  it.each([
    ['wrote in it', (doc: Y.Doc) => editText(doc, ID, 'body', 'Chi le tiene?')],
    ['wrote in its title', (doc: Y.Doc) => editText(doc, ID, 'title', 'Chiavi di sera')],
    ['filled in a field', (doc: Y.Doc) => editCard(doc, ID, { source: 'Il comitato' } as never)],
    ['commented it', (doc: Y.Doc) => addComment(doc, { card: ID, text: 'Chi le tiene?' })],
    [
      'linked it',
      (doc: Y.Doc) => {
        const action = addCard(doc, { kind: 'action', at: [300, 0], title: 'Portierato' })
        if (action) linkCards(doc, { kind: 'answers', from: action, to: ID })
      },
    ],
  ])(
    'puts it in the trash when a colleague %s; undone again, redone and restored it is whole',
    (_, meddle) => {
      const { anna, bruno, makes, undoes, redoes, isTrashed } = table()
      makes()
      meddle(bruno)
      const whole = JSON.stringify(cardsOf(bruno).get(ID))
      undoes()
      expect([isTrashed(anna), isTrashed(bruno)]).toEqual([true, true])
      redoes()
      expect(JSON.stringify(cardsOf(bruno).get(ID))).toBe(whole)
      undoes()
      expect(isTrashed(bruno)).toBe(true)
      restoreCards(bruno, [ID])
      expect(JSON.stringify(cardsOf(anna).get(ID))).toBe(whole)
    },
  )

  it('goes on to the step before when it is asked once more', () => {
    const { anna, bruno, makes, undoes } = table()
    const first = addCard(anna, { kind: 'note', at: [0, 300], title: 'Prima' })
    makes()
    editText(bruno, ID, 'body', 'Chi le tiene?')
    undoes()
    undoes()
    expect(first !== null && cardsOf(bruno).has(first)).toBe(false)
    expect(cardsOf(bruno).has(ID)).toBe(true)
  })
})
