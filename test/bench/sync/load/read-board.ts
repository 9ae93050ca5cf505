import * as Y from 'yjs'
import type { Board, Running } from '../targets/target.ts'
import { Person } from './person.ts'
import { pause } from './steadily.ts'

export interface Read {
  readonly doc: Y.Doc
  /** From the first packet on, in milliseconds: until the answer began to come, and until all of it was applied. */
  readonly firstMs: number
  readonly wholeMs: number
  /** How much of that the document itself took. */
  readonly applyMs: number
  readonly bytes: number
}

/** A server that calls an empty board whole tells the rest later: what comes within this time is waited for. */
const QUIET_MS = 2000
const READ_MS = 120_000

/** Opens a board as a browser with nothing kept does, and reads until `isWhole`, or until nothing more comes. */
export async function readBoard(
  running: Running,
  board: Board,
  isWhole: (doc: Y.Doc) => boolean,
): Promise<Read> {
  const [seat] = await running.seats(board, 1)
  if (!seat) throw new Error('no seat')
  const doc = new Y.Doc()
  const fromMs = performance.now()
  let [firstMs, wholeMs, lastMs, applyMs, bytes] = [NaN, NaN, fromMs, 0, 0]
  const reader = await Person.sit(seat, {
    onUpdate(buffer, from, to, beganMs) {
      const atMs = performance.now()
      Y.applyUpdate(doc, Uint8Array.from(buffer.subarray(from, to)))
      lastMs = performance.now()
      applyMs += lastMs - atMs
      bytes += to - from
      if (Number.isNaN(firstMs)) firstMs = beganMs - fromMs
      if (Number.isNaN(wholeMs) && isWhole(doc)) wholeMs = lastMs - fromMs
    },
  })
  while (Number.isNaN(wholeMs) && performance.now() - Math.max(lastMs, fromMs) < QUIET_MS) {
    if (performance.now() - fromMs > READ_MS) break
    await pause(20)
  }
  reader.socket.drop()
  return { doc, firstMs, wholeMs, applyMs, bytes }
}
