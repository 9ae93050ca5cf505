import { asked, type Stroke } from '../input/keyboard.ts'
import type { Action } from './action.ts'
import { ACTIONS } from './index.ts'

/** The command that a key asks of a row while something is written in it: never by a character. */
export const rowActionAsked = (stroke: Stroke): Action | undefined =>
  asked(stroke, ROW_ACTIONS, { characters: false })

const ROW_ACTIONS = ACTIONS.filter(
  ({ ofCards, isNative, shortcuts }) =>
    ofCards && !isNative && shortcuts.some(({ ctrl, alt }) => ctrl || alt),
)
