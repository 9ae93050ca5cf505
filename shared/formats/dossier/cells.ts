import { euro, type Cents } from '../../money.ts'
import type { Cell } from './blocks.ts'

/** Unlike a hyphen it stays with its number at the end of a line. */
const MINUS = '\u2212'

/** An amount in a cell; nothing there is a dash, which reads better in a column than a zero. */
export const amount = (cents: Cents | null): Cell => ({
  text: cents === null ? '–' : euro(cents).replace('-', MINUS),
  as: 'amount',
})

export const right = (text: string): Cell => ({ text, as: 'amount' })
