import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { Joined, mergeMany } from '../../../server/rooms/joined.ts'

/** What three people write in turns: letters, and some of them away again. */
function someEdits(count: number): { updates: Uint8Array[]; text: string } {
  const docs = [1, 2, 3].map((clientID) => Object.assign(new Y.Doc(), { clientID }))
  const updates: Uint8Array[] = []
  for (const doc of docs)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'told') updates.push(update)
    })
  for (let n = 0; updates.length < count; n++) {
    const doc = docs[n % 3] ?? new Y.Doc()
    const text = doc.getText('text')
    if (n % 5 === 4) text.delete(n % text.length, 1)
    else text.insert(n % (text.length + 1), String(n))
    const last = updates.at(-1) ?? new Uint8Array()
    for (const other of docs) if (other !== doc) Y.applyUpdate(other, last, 'told')
  }
  return { updates, text: docs[0]?.getText('text').toString() ?? '' }
}

const textOf = (updates: readonly Uint8Array[]): string => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  expect(doc.store.pendingStructs).toBeNull()
  return doc.getText('text').toString()
}

it.each([1, 2, 31, 32, 33, 1024, 1025, 3000])(
  '%i updates merged some at a time are what they were',
  (count) => {
    const { updates, text } = someEdits(count)
    expect(textOf([mergeMany(updates)])).toBe(text)
    expect(textOf(new Joined(updates).updates())).toBe(text)
  },
)
