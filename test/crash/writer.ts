import * as Y from 'yjs'
import { addCard } from '../../shared/board/commands/add-card.ts'
import type { CardId } from '../../shared/ids.ts'
import { answerFrame, readFrame, stateVectorFrame, updateFrame } from '../../server/rooms/frames.ts'
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

export interface Pace {
  readonly everyMs: number
  /** Cards that go together, as one update. */
  readonly atOnce?: number
  readonly body?: string
}

export async function startWriter(url: string, board: TestBoard, pace: Pace): Promise<Writer> {
  const { everyMs, atOnce = 1, body = '' } = pace
  const client = await rawClient({ url }, board, board.keys.editor)
  const doc = new Y.Doc()
  const others = new Y.Doc()
  /** The cards of each frame that is not acknowledged yet. */
  const waiting: CardId[][] = []
  const saved = new Set<CardId>()
  const seen = new Set<CardId>()
  let acked = 1
  let written = 0
  others.getMap('cards').observe((event) => event.keysChanged.forEach((id) => seen.add(id as CardId)))
  doc.on('update', (update: Uint8Array) => client.send(updateFrame(update)))
  client.socket.on('message', (data: ArrayBuffer) => {
    for (const message of client.messages.splice(0)) {
      if (message.type !== 'persisted') continue
      // Frame 1 is the answer to the server's state vector; the others are one each.
      for (; acked < message.frames; acked++) waiting.shift()?.forEach((id) => saved.add(id))
    }
    client.frames.length = 0
    const frame = readFrame(new Uint8Array(data))
    if (frame?.kind === 'write') Y.applyUpdate(others, frame.update)
  })
  client.hello(doc.clientID)
  client.send(answerFrame(Y.encodeStateAsUpdate(new Y.Doc())))
  client.send(stateVectorFrame(Uint8Array.of(0)))

  const write = (): void => {
    if (client.socket.readyState !== client.socket.OPEN) return
    const ids: CardId[] = []
    waiting.push(ids)
    doc.transact(() => {
      for (let n = 0; n < atOnce; n++) {
        const id = addCard(doc, { kind: 'note', at: [written, 0], title: `nota ${written}`, body })
        if (id) ids.push(id)
        written++
      }
    })
  }
  write()
  const timer = setInterval(write, everyMs)
  return {
    saved,
    seen,
    written: () => written,
    stop() {
      clearInterval(timer)
      client.close()
      doc.destroy()
      others.destroy()
    },
  }
}
