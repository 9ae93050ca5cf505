import type { Action } from './action.ts'
import { aligns, distributes, tidies } from './arrange.ts'
import { copy, cut, paste } from './clipboard.ts'
import { editTitle, escape, selectAll } from './choose.ts'
import { duplicate } from './duplicate.ts'
import { redo, undo } from './history.ts'
import { fit, fitSelection, zoomActual, zoomIn, zoomOut } from './look.ts'
import { makes } from './make.ts'
import { nudges } from './nudge.ts'
import { remove } from './remove.ts'
import { takeHand, takeLink, takeSelect } from './take-tool.ts'

/** Every command of the canvas: the one source of toolbars, shortcuts and help. */
export const ACTIONS: readonly Action[] = [
  undo,
  redo,
  remove,
  duplicate,
  copy,
  cut,
  paste,
  selectAll,
  editTitle,
  escape,
  fit,
  fitSelection,
  zoomIn,
  zoomOut,
  zoomActual,
  takeSelect,
  takeHand,
  takeLink,
  ...Object.values(makes),
  ...nudges,
  ...aligns,
  ...distributes,
  ...tidies,
]
