import type { Toolbox } from '../tools/toolbox.svelte.ts'

/** Within this time strokes on the same cards are one burst, and one step of undo (`Undo` captures as long). */
const BURST_MS = 600

/** Whether a stroke goes on with what the one before it did; keeps it for the next. `cards` says what is worked on. */
export function isBurst(tools: Pick<Toolbox, 'burst'>, cards: string): boolean {
  const now = performance.now()
  const goesOn = tools.burst !== null && tools.burst.cards === cards && now < tools.burst.until
  tools.burst = { cards, until: now + BURST_MS }
  return goesOn
}
