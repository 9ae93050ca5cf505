import { writesSign } from '../../input/keyboard.ts'
import { walked, type Place } from './grid-walk.ts'

/** What a key asks for in a cell of the table. */
export type Asked =
  | { readonly kind: 'go'; readonly to: Place }
  /** Chooses the row, or lets it go. */
  | { readonly kind: 'choose' }
  | { readonly kind: 'menu' }
  | { readonly kind: 'write' }
  | { readonly kind: 'clear' }
  /** A character begins the text anew. */
  | { readonly kind: 'type'; readonly key: string }

type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'getModifierState'>

/**
 * What a key asks for at a place of a grid of so many rows, the heading counted, and so many columns: the first chooses the
 * row, the last has its commands. Null when it asks for nothing.
 */
export function askedAt(place: Place, stroke: Stroke, rows: number, columns: number): Asked | null {
  const isSign = writesSign(stroke)
  if (stroke.altKey && !isSign) return null
  const to = walked(place, stroke, rows, columns)
  if (to) return { kind: 'go', to }
  if (place.row === 0) return null
  const { key, ctrlKey, shiftKey } = stroke
  const isChoosing = place.column === 0
  if (key === ' ' && (isChoosing || shiftKey)) return { kind: 'choose' }
  if (key === 'Enter' && isChoosing) return { kind: 'choose' }
  if ((key === 'Enter' || key === ' ') && place.column === columns - 1) return { kind: 'menu' }
  if (key === 'Enter' || key === 'F2') return { kind: 'write' }
  if (key === 'Delete' && place.column > 1) return { kind: 'clear' }
  return key.length === 1 && key !== ' ' && (!ctrlKey || isSign) ? { kind: 'type', key } : null
}
