import { contains } from '../../shared/geometry/box.ts'
import { boxOn, isFolded } from '../../shared/board/folded.ts'
import type { CardId } from '../../shared/ids.ts'
import { sum } from '../../shared/money.ts'
import { sortedCodes } from '../../shared/plan/integration.ts'
import type { Action, Intervention } from '../../shared/plan/plan.ts'
import type { BoardIndex } from './board-index.ts'
import type { BoardView } from './board-view.svelte.ts'

/** Axes and money of what lies in a frame, as its heading says them. */
export type Sums = Pick<Intervention, 'axes' | 'totalCents'>

interface Planned {
  readonly actions: ReadonlyMap<CardId, Action>
  readonly interventions: ReadonlyMap<CardId, Intervention>
}

/**
 * What a zone holds: the interventions that lie wholly in it, and the actions in it that belong to none; what it was
 * folded over when it is folded. Each action counts once. Null for what is no zone.
 */
export function zoneSums(
  { cards }: Pick<BoardView, 'cards'>,
  index: BoardIndex,
  zone: CardId,
  { actions, interventions }: Planned,
): Sums | null {
  const card = cards.get(zone)?.card
  if (card?.kind !== 'zone') return null
  const box = boxOn(card)
  const lies = (id: CardId): boolean => contains(box, index.box(id) ?? NOWHERE)
  const held = isFolded(card)
    ? [...index.heldBy(zone)]
    : [...index.frames.query(box), ...index.cards.query(box)].filter(lies)
  const own = held.flatMap((id) => interventions.get(id) ?? [])
  const loose = held.flatMap((id) => actions.get(id) ?? []).filter((action) => action.intervention === null)
  return {
    axes: sortedCodes([
      ...own.flatMap((one) => one.axes),
      ...loose.flatMap((action) => action.axes.flatMap(({ code }) => code ?? [])),
    ]),
    totalCents: sum([...own.map((one) => one.totalCents), ...loose.map((action) => action.fundedCents)]),
  }
}

const NOWHERE = { x: Infinity, y: Infinity, width: 0, height: 0 }
