import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { Undo } from '../../../client/session/undo.svelte.ts'
import { boardOf } from '../../../shared/board/board.ts'
import { addCard } from '../../../shared/board/commands/add-card.ts'

/** A command whose part of the page arrives when it is told to. */
function commandOnItsWay(undo: Undo, doc: Y.Doc) {
  const part: { arrive?: () => void; fail?: (why: Error) => void } = {}
  const coming = new Promise<void>((arrive, fail) => Object.assign(part, { arrive, fail }))
  const done = undo.after(
    coming.then(() => {
      undo.step()
      addCard(doc, { kind: 'need', at: [0, 0], title: 'Chiavi' })
    }),
  )
  return { arrives: () => part.arrive?.(), fails: () => part.fail?.(new Error('no network')), done }
}

it('undoes a command that was asked for before, though its part of the page comes later', async () => {
  const doc = new Y.Doc()
  const undo = new Undo(doc)
  const command = commandOnItsWay(undo, doc)
  expect(undo.canUndo).toBe(true)
  undo.undo()
  command.arrives()
  await command.done
  expect(boardOf(doc).cards.size).toBe(0)
  expect([undo.canUndo, undo.canRedo]).toEqual([false, true])
  undo.redo()
  expect(boardOf(doc).cards.size).toBe(1)
})

it('keeps the order of several, and goes on when a part could not be fetched', async () => {
  const doc = new Y.Doc()
  const undo = new Undo(doc)
  addCard(doc, { kind: 'need', at: [0, 0], title: 'Prima' })
  const [first, second] = [commandOnItsWay(undo, doc), commandOnItsWay(undo, doc)]
  undo.undo()
  second.fails()
  first.arrives()
  await second.done
  expect([...boardOf(doc).cards.values()].map(({ title }) => title)).toEqual(['Prima'])
})
