import { THEMES, type Theme } from '../board/card.ts'
import type { Programme } from '../programme/programme.ts'
import type { Action, Context } from './plan.ts'

/** The policies an action or a context belongs to: those stated on the card and those its specific objectives say. */
export function themesOf(part: Action | Context, programme: Programme): Theme[] {
  const objectives = 'axes' in part ? part.axes.flatMap((axis) => axis.specificObjective ?? []) : []
  const found = new Set([...part.themes, ...objectives.flatMap((code) => programme.themes[code] ?? [])])
  return THEMES.filter((theme) => found.has(theme))
}
