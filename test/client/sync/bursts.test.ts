import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { Bursts } from '../../../client/sync/bursts.ts'

/** What a colleague writes, one update each. */
function edits(times: number): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let nth = 0; nth < times; nth++) doc.getArray('said').push([nth])
  return updates
}

describe('edits of others', () => {
  const origin = {}
  let doc: Y.Doc
  let bursts: Bursts
  let transactions: Y.Transaction[]
  const said = (): unknown[] => doc.getArray('said').toArray()

  beforeEach(() => {
    vi.useFakeTimers()
    doc = new Y.Doc()
    bursts = new Bursts(doc, origin)
    transactions = []
    doc.on('update', (_update, _origin, _doc, transaction) => transactions.push(transaction))
  })
  afterEach(() => vi.useRealTimers())

  it('come in at once when nothing else came in this frame', () => {
    for (const [nth, update] of edits(2).entries()) {
      vi.advanceTimersByTime(16)
      bursts.take(update)
      expect(said()).toHaveLength(nth + 1)
    }
  })

  it('come in together, as the others’ and in their order, when many come in a frame', () => {
    const updates = edits(40)
    for (const update of updates) bursts.take(update)
    expect(said()).toEqual([0])
    vi.advanceTimersByTime(16)
    expect(said()).toEqual([...Array(40).keys()])
    expect(transactions.map((one) => [one.local, one.origin === origin])).toEqual([
      [false, true],
      [false, true],
    ])
  })

  it('come in before anything else that must know of them', () => {
    for (const update of edits(3)) bursts.take(update)
    bursts.flush()
    expect(said()).toEqual([0, 1, 2])
    vi.advanceTimersByTime(100)
    expect(transactions).toHaveLength(2)
  })

  it('lose nothing to one that cannot be read', () => {
    const [first, ...rest] = edits(3)
    if (first) bursts.take(first)
    bursts.take(new Uint8Array([255, 255, 255]))
    for (const update of rest) bursts.take(update)
    expect(() => bursts.flush()).toThrow()
    bursts.flush()
    expect(said()).toEqual([0, 1, 2])
  })
})
