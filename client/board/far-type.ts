import { levelFor, scaleOf } from './tiles.ts'

/** How the titles of far cards are set, in board points. */
export interface FarType {
  readonly size: number
  readonly lines: number
  /** Set large: the sign stands in a broad edge, and a word that is too long ends the title instead of going on below. */
  readonly isLarge: boolean
}

/** What a title should measure on screen, where a card has room for that. */
const READABLE = 12.5
const SMALLEST = 25
/** Two lines of this size still fit a card; of larger letters it would hold a handful. */
const LARGEST = 48
/** Farther away no title that fits can be read, and what cannot be read is a grey mist that costs time. */
const TITLES_FROM = 0.19

/** Of one line to the next, as a share of the size. */
export const LEADING = 1.22

/**
 * The type of a card in a picture of so many screen pixels a board point: the farther, the larger it is set. Null where no
 * title is read.
 */
export function farType(shown: number, height: number): FarType | null {
  if (shown < TITLES_FROM) return null
  const size = Math.min(LARGEST, Math.max(SMALLEST, READABLE / shown))
  return { size, lines: Math.min(3, Math.floor(height / (size * LEADING))), isLarge: size > SMALLEST }
}

/**
 * The zoom of the picture that stands in for a zoom while anything moves: what is set by it is the same in the picture and
 * in the exact drawing, so that nothing jumps when they take turns.
 */
export const farZoom = (zoom: number, ratio: number): number => scaleOf(levelFor(zoom * ratio)) / ratio
