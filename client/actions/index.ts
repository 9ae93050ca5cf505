import type { Action } from './action.ts'
import { alsoMine } from './also-mine.ts'
import { aligns, distributes, tidies } from './arrange.ts'
import { linkTo, merge, moveInto, open, relink, show, takeOut } from './cards.ts'
import { editTitle, escape, selectAll } from './choose.ts'
import { copy, cut, paste } from './clipboard.ts'
import { comment, comments } from './comment.ts'
import { duplicate, duplicateLinked } from './duplicate.ts'
import { redo, undo } from './history.ts'
import { fold, group, lock, stacks } from './lie.ts'
import { linkCard, linkView } from './links.ts'
import { back, fit, fitSelection, gather, switchMinimap, zoomActual, zoomIn, zoomOut } from './look.ts'
import { makes } from './make.ts'
import { nudges } from './nudge.ts'
import { picture } from './picture.ts'
import { remove } from './remove.ts'
import { earlier, later } from './reorder.ts'
import { resizes } from './resize.ts'
import {
  clearFilters,
  filter,
  find,
  help,
  insertModel,
  share,
  switchLetters,
  switchTable,
  trash,
  views,
} from './table.ts'
import { takeHand, takeLink, takeSelect } from './take-tool.ts'

/**
 * Every command of the canvas and of the outline, once: the source of toolbars, menus, shortcuts, the command palette and
 * the help.
 */
export const ACTIONS: readonly Action[] = [
  ...Object.values(makes),
  insertModel,
  open,
  editTitle,
  undo,
  redo,
  duplicate,
  duplicateLinked,
  copy,
  cut,
  paste,
  linkCard,
  picture,
  selectAll,
  remove,
  trash,
  comment,
  comments,
  escape,
  linkTo,
  relink,
  takeLink,
  moveInto,
  takeOut,
  merge,
  alsoMine,
  earlier,
  later,
  lock,
  fold,
  group,
  ...stacks,
  ...nudges,
  ...resizes,
  ...aligns,
  ...distributes,
  ...tidies,
  fit,
  fitSelection,
  back,
  show,
  zoomIn,
  zoomOut,
  zoomActual,
  switchMinimap,
  gather,
  takeSelect,
  takeHand,
  find,
  filter,
  clearFilters,
  ...views,
  linkView,
  switchTable,
  share,
  help,
  switchLetters,
]

/** What may be asked of some cards now, as their menu offers it. */
export const menuOf = (
  session: Parameters<Action['enabled']>[0],
  cards: Parameters<Action['enabled']>[1],
): readonly Action[] =>
  ACTIONS.filter(
    (action) =>
      action.ofCards && (!action.canvasOnly || session.view === 'board') && action.enabled(session, cards),
  )
