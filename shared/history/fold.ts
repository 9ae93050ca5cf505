import type { Fact, OfCards, Told } from './fact.ts'
import { same } from './facts-of.ts'

/** A burst goes on while less than this lies between two records of it … */
export const GAP_MS = 60_000
/** … and as long as it does not take more than this in all. */
export const BURST_MS = 10 * 60_000

/**
 * Adds a fact to those that are still open, newest last. What one author does to the same thing in one go (typing in a
 * title, dragging the same cards, trying out an amount) is one fact, from the first state to the last; a change of it by
 * anybody else ends the burst. Naming a card that one has just put on the table belongs to putting it there.
 */
export function fold(open: readonly Told[], next: Told): Told[] {
  const aspect = aspectOf(next.fact)
  if (aspect === null) return [...open, next]
  const at = open.findLastIndex((one) => aspectOf(one.fact) === aspect)
  const last = open[at]
  const goesOn =
    last !== undefined &&
    last.actor === next.actor &&
    next.atMs - last.atMs < GAP_MS &&
    next.atMs - last.firstMs < BURST_MS
  const fact = goesOn ? joined(last.fact, next.fact) : null
  if (!last || !fact) return [...open, next]
  return [...open.toSpliced(at, 1), { ...next, first: last.first, firstMs: last.firstMs, fact }]
}

/** Open facts that nothing can join any more, and those before them; and the rest. Both in the order of their records. */
export function close(
  open: readonly Told[],
  nowMs: number,
): { closed: readonly Told[]; open: readonly Told[] } {
  const firstOpen = open.findIndex(({ atMs, fact }) => nowMs - atMs < GAP_MS && aspectOf(fact) !== null)
  const end = firstOpen < 0 ? open.length : firstOpen
  return { closed: open.slice(0, end), open: open.slice(end) }
}

/** A burst that ended where it began is no news. */
export const isNews = ({ fact }: Told): boolean =>
  (fact.kind !== 'retitled' &&
    fact.kind !== 'changed' &&
    fact.kind !== 'relinked' &&
    fact.kind !== 'financed') ||
  (fact.kind === 'changed' && fact.field === null) ||
  !same(fact.before, fact.after)

/** What a fact is about, for those that may go on; null for what stands alone. */
function aspectOf(fact: Fact): string | null {
  switch (fact.kind) {
    case 'added':
    case 'retitled':
      return `title ${fact.cards.join()}`
    case 'described':
    case 'resized':
    case 'moved':
      return `${fact.kind} ${[...fact.cards].sort().join()}`
    case 'changed':
      return fact.field === null ? null : `${fact.field} ${fact.cards.join()}`
    case 'linked':
    case 'financed':
      return fact.links.length === 1 ? `cents ${fact.links.join()}` : null
    case 'relinked':
      return `${fact.field} ${fact.links.join()}`
    case 'opened':
    case 'removed':
    case 'restored':
    case 'deleted':
    case 'grouped':
    case 'ungrouped':
    case 'merged':
    case 'unmerged':
    case 'unlinked':
    case 'commented':
    case 'answered':
    case 'settled':
    case 'reopened':
    case 'unsaid':
    case 'header':
    case 'imported':
    case 'repaired':
    case 'wentBack':
    case 'agreement':
      return null
  }
}

/** Two facts of one aspect as one; null if they do not go together. */
function joined(last: Fact, next: Fact): Fact | null {
  if (next.kind === 'retitled') {
    if (last.kind === 'added') return { ...(last as OfCards), names: next.names }
    return last.kind === 'retitled' ? { ...next, before: last.before } : null
  }
  if (next.kind === 'financed') {
    if (last.kind === 'linked') return { ...next, before: null }
    return last.kind === 'financed' ? { ...next, before: last.before } : null
  }
  if (next.kind === 'changed') return last.kind === 'changed' ? { ...next, before: last.before } : null
  if (next.kind === 'relinked') return last.kind === 'relinked' ? { ...next, before: last.before } : null
  return next.kind === last.kind && next.kind !== 'added' && next.kind !== 'linked' ? next : null
}
