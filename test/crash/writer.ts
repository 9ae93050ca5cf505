import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { addCard } from '../../shared/board/commands/add-card.ts'
import type { CardId } from '../../shared/ids.ts'
import { answerFrame, stateVectorFrame, updateFrame } from '../../server/rooms/frames.ts'
import type { TestBoard } from '../server/running.ts'
import { rawClient } from '../sync/raw-client.ts'

/** Somebody who writes card after card until the server is gone, and remembers which were acknowledged. */
export interface Writer {
  readonly saved: ReadonlySet<CardId>
  /** Cards that were sent to this writer: somebody knows of them. */
  readonly seen: ReadonlySet<CardId>
  readonly written: () => number
  stop(): void
}

export async function startWriter(url: string, board: TestBoard, everyMs: number): Promise<Writer> {
  const client = await rawClient({ url }, board, board.keys.editor)
  const doc = new Y.Doc()
  const others = new Y.Doc()
  const written: CardId[] = []
  const saved = new Set<CardId>()
  const seen = new Set<CardId>()
  others.getMap('cards').observe((event) => event.keysChanged.forEach((id) => seen.add(id as CardId)))
  doc.on('update', (update: Uint8Array) => client.send(updateFrame(update)))
  client.socket.on('message', (data: ArrayBuffer) => {
    const acked = client.messages.reduce(
      (most, one) => (one.type === 'persisted' ? Math.max(most, one.frames) : most),
      0,
    )
    client.messages.length = 0
    // Frame 1 is the answer to the server's state vector; frame n + 1 is card n.
    for (const id of written.slice(saved.size, Math.max(0, acked - 1))) saved.add(id)
    const bytes = new Uint8Array(data)
    if (bytes[0] === 0 && bytes[1] !== 0) Y.applyUpdate(others, updateIn(bytes))
  })
  client.hello(doc.clientID)
  client.send(answerFrame(Y.encodeStateAsUpdate(new Y.Doc())))
  client.send(stateVectorFrame(Uint8Array.of(0)))
  const timer = setInterval(() => {
    if (client.socket.readyState !== client.socket.OPEN) return
    const id = addCard(doc, { kind: 'note', at: [written.length, 0], title: `nota ${written.length}` })
    if (id) written.push(id)
  }, everyMs)
  return {
    saved,
    seen,
    written: () => written.length,
    stop() {
      clearInterval(timer)
      client.close()
      doc.destroy()
      others.destroy()
    },
  }
}

function updateIn(frame: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  decoding.readVarUint(decoder)
  return decoding.readVarUint8Array(decoder)
}
