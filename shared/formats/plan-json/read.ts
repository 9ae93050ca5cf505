import type { Pieces } from '../../board/pieces.ts'
import { decodeText } from '../incoming/decode-text.ts'
import { laidOut } from '../incoming/lay-out.ts'
import { lost, type Trouble } from '../incoming/trouble.ts'
import { isPlan, type Json } from './json.ts'
import { readPlanCards } from './read-cards.ts'
import { readPlanLinks } from './read-links.ts'

export interface PlanReading {
  readonly pieces: Pieces
  readonly troubles: readonly Trouble[]
}

/**
 * A board laid out from a `plan.json`, readably: needs, interventions with their actions, axes, funds. The plan that this board
 * yields is the one of the file. What a plan does not carry (notes, zones, contacts of partners) cannot come back. Total.
 */
export function readPlan(bytes: Uint8Array): PlanReading {
  const plan = planIn(bytes)
  if (plan === null) return { pieces: { cards: [], links: [] }, troubles: [lost('notThisKind', {}, 'plan')] }
  const troubles: Trouble[] = []
  const cards = readPlanCards(plan, troubles)
  const links = readPlanLinks(plan, cards, troubles)
  return { pieces: laidOut({ cards: [...cards.values()], links }), troubles }
}

function planIn(bytes: Uint8Array): Json | null {
  try {
    const json: unknown = JSON.parse(decodeText(bytes))
    return isPlan(json) ? json : null
  } catch {
    // reason: any bytes may come.
    return null
  }
}
