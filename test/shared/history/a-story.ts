import * as Y from 'yjs'
import { Teller } from '../../../server/history/teller.ts'
import type { ChainedRecord } from '../../../server/store/board-store.ts'
import type { Told } from '../../../shared/history/fact.ts'
import { isNews } from '../../../shared/history/fold.ts'
import { sentenceOf } from '../../../shared/history/sentence-of.ts'
import type { BoardId, ParticipantId } from '../../../shared/ids.ts'

/** A board that people change one record at a time, and what is told of it. */
export function aStory() {
  const doc = new Y.Doc()
  const teller = new Teller(null)
  const closed: Told[] = []
  const records: ChainedRecord[] = []
  let actor = ''
  let timeMs = 1_772_668_800_000
  doc.on('update', (update: Uint8Array) => {
    const seq = records.length + 1
    records.push({
      board: 'aboard' as BoardId,
      seq,
      actor: actor as ParticipantId,
      timeMs,
      update,
      prevHash: new Uint8Array(32),
      hash: new Uint8Array(32),
    })
  })
  return {
    doc,
    records,
    /** One record of somebody, a second after the one before. */
    by(who: string, act: (doc: Y.Doc) => unknown): void {
      actor = who
      timeMs += 1000
      const before = records.length
      doc.transact(() => act(doc))
      for (const record of records.slice(before)) closed.push(...teller.take(record))
    },
    wait(seconds: number): void {
      timeMs += seconds * 1000
    },
    /** Oldest first. */
    told: () =>
      [...closed, ...teller.open]
        .filter(isNews)
        .map((told) => ({ ...told, sentence: sentenceOf(told.fact) })),
    words: () => [...closed, ...teller.open].filter(isNews).map(({ fact }) => sentenceOf(fact).it),
  }
}
