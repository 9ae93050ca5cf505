import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import type { BoardId, ParticipantId } from '../../../shared/ids.ts'
import { Shelf } from '../../../server/rooms/shelf.ts'

/** Records as people write them. */
function records() {
  const doc = new Y.Doc()
  const made: { board: BoardId; actor: ParticipantId; timeMs: number; seq: number; update: Uint8Array }[] = []
  doc.on('update', (update: Uint8Array) =>
    made.push({
      board: 'tavolo-1' as BoardId,
      actor: 'p' as ParticipantId,
      timeMs: 0,
      seq: made.length + 1,
      update,
    }),
  )
  for (const title of ['a', 'b']) addCard(doc, { kind: 'note', at: [0, 0], title })
  return made
}

describe('[SYNC-22] the bytes of an answer', () => {
  it('are the same for all who come while nothing is written, and others after an edit', () => {
    const [first, second] = records()
    if (!first || !second) throw new Error('two edits make two records')
    const shelf = new Shelf(null)
    shelf.add(first)
    const stateVector = shelf.stateVector()
    const [whole, since] = [shelf.whole(), shelf.since(NOTHING_YET)]
    expect(shelf.whole()).toBe(whole)
    expect(shelf.whole()[0]?.wire).toBe(whole[0]?.wire)
    expect(shelf.since(NOTHING_YET.slice())).toBe(since)
    expect(shelf.since(stateVector)).not.toBe(since)
    shelf.add(second)
    expect(shelf.whole()).not.toBe(whole)
  })
})

/** The state vector of somebody who has one edit of a stranger. */
const NOTHING_YET = Y.encodeStateVector(new Map([[1, 1]]))
