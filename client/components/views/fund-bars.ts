/** What a bar of the ledger shows: one sum, or all that found no room. */
export interface Bars<Sum> {
  readonly shown: readonly Sum[]
  /** The others, told as one; empty or two at least. */
  readonly others: readonly Sum[]
}

/** The largest sums that have room, in their order; what is left is told as one bar in the last place. */
export function barsThatFit<Sum extends { readonly cents: number }>(
  sums: readonly Sum[],
  room: number,
): Bars<Sum> {
  if (sums.length <= room) return { shown: sums, others: [] }
  const largest = new Set([...sums].sort((a, b) => b.cents - a.cents).slice(0, Math.max(0, room - 1)))
  return {
    shown: sums.filter((sum) => largest.has(sum)),
    others: sums.filter((sum) => !largest.has(sum)),
  }
}

/** A letter and a figure at 13 pixels, on the safe side, and what stands between a title and its amount. */
const [LETTER, FIGURE, BETWEEN] = [6.4, 7, 12]

/** Pixels of a bar that is read whole: of a title cut short nobody would know of which axis it speaks. */
export const widthOfBar = (title: string, amount: string): number =>
  Math.ceil(title.length * LETTER + BETWEEN + amount.length * FIGURE)
