import type { Histogram } from './histogram.ts'

const CURSOR = /"cursor":\[(\d+),(\d+)\]/g

/** The presence of a person as the interface tells it, with the cursor at (who, which of theirs). */
export const presenceState = (who: number, nth: number): string =>
  JSON.stringify({
    name: `Persona ${who}`,
    organisation: 'Comune',
    colour: '#0066cc',
    participant: null,
    cursor: [who, nth],
    selection: [],
    editing: null,
    drag: null,
  })

/** The cursors a frame of presence holds, as [who, which] pairs; read from its text, whatever is stamped around them. */
export const cursorsIn = (frame: Buffer): readonly (readonly [number, number])[] =>
  [...frame.toString('latin1').matchAll(CURSOR)].map(([, who, nth]) => [Number(who), Number(nth)] as const)

/** How late cursors are. The last one wins: those that a server joins into a later one are not waited for. */
export class Cursors {
  readonly #sentMs = new Map<number, number[]>()

  constructor(private readonly latencies: Histogram) {}

  /** Tells which of this person's cursors comes next, and that it is sent now. */
  sent(who: number, nowMs: number): number {
    const sent = this.#sentMs.get(who) ?? []
    this.#sentMs.set(who, sent)
    return sent.push(nowMs) - 1
  }

  /** Somebody who looks at the others' cursors. */
  observer(own: number): (cursors: readonly (readonly [number, number])[], nowMs: number) => void {
    const seen = new Map<number, number>()
    return (cursors, nowMs) => {
      for (const [who, nth] of cursors) {
        const sentMs = this.#sentMs.get(who)?.[nth]
        if (who === own || sentMs === undefined || nth <= (seen.get(who) ?? -1)) continue
        seen.set(who, nth)
        this.latencies.add(nowMs - sentMs)
      }
    }
  }
}
