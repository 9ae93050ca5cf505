import type { Session } from './session.ts'
import { COST, type Turns } from './turns.ts'
import type { Write } from './write.ts'

/** What one connection may bring in one turn: a large upload leaves time for the others in between. */
const TURN_BYTES = 256 * 1024

/** The write frames of one board that wait for its next turn: what one connection sent until then is taken together. */
export class Incoming {
  #writes = new Map<Session, Write[]>()

  constructor(
    private readonly turns: Turns,
    /** Takes frames of one connection; must not throw. */
    private readonly take: (session: Session, writes: readonly Write[]) => void,
    /** Whether nothing is taken of a connection any more. */
    private readonly isOver: (session: Session) => boolean,
  ) {}

  get isEmpty(): boolean {
    return this.#writes.size === 0
  }

  add(session: Session, write: Write): void {
    const waiting = this.#writes.get(session)
    if (waiting) waiting.push(write)
    else this.#writes.set(session, [write])
    this.turns.ask(this.turn)
  }

  /** Takes what was received: one transaction a connection, one record each. */
  readonly turn = (): void => {
    const writes = this.#writes
    this.#writes = new Map()
    let edits = 0
    for (const [session, frames] of writes) {
      if (this.isOver(session)) continue
      const now = frames.splice(0, countWithin(TURN_BYTES, frames))
      this.take(session, now)
      edits += now.length
      if (frames.length > 0) this.#writes.set(session, frames)
    }
    this.turns.spent(edits * COST.editMs)
    if (!this.isEmpty) this.turns.ask(this.turn)
  }

  /** Takes everything that waits, however many turns it would be. */
  takeAll(): void {
    do this.turn()
    while (!this.isEmpty)
  }

  stop(): void {
    this.turns.forget(this.turn)
  }
}

/** How many of the first writes are within so many bytes; at least one. */
function countWithin(bytes: number, writes: readonly Write[]): number {
  let left = bytes
  const beyond = writes.findIndex(({ update }) => (left -= update.byteLength) < 0)
  return beyond === -1 ? writes.length : Math.max(1, beyond)
}
