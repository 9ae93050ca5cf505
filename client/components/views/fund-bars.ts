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
