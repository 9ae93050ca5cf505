import Copy from '@lucide/svelte/icons/copy'
import CopyPlus from '@lucide/svelte/icons/copy-plus'
import ArrowDown from '@lucide/svelte/icons/arrow-down'
import ArrowUp from '@lucide/svelte/icons/arrow-up'
import BringToFront from '@lucide/svelte/icons/bring-to-front'
import ChevronDown from '@lucide/svelte/icons/chevron-down'
import ChevronUp from '@lucide/svelte/icons/chevron-up'
import Clipboard from '@lucide/svelte/icons/clipboard-copy'
import FoldHorizontal from '@lucide/svelte/icons/fold-horizontal'
import FoldVertical from '@lucide/svelte/icons/fold-vertical'
import FrameIcon from '@lucide/svelte/icons/frame'
import Group from '@lucide/svelte/icons/group'
import ImageDown from '@lucide/svelte/icons/image-down'
import Lock from '@lucide/svelte/icons/lock'
import LogOut from '@lucide/svelte/icons/log-out'
import LinkIcon from '@lucide/svelte/icons/link'
import MapPin from '@lucide/svelte/icons/map-pin'
import Message from '@lucide/svelte/icons/message-square-text'
import Merge from '@lucide/svelte/icons/merge'
import PanelRight from '@lucide/svelte/icons/panel-right'
import Pencil from '@lucide/svelte/icons/pencil'
import Route from '@lucide/svelte/icons/route'
import Scan from '@lucide/svelte/icons/scan'
import Scissors from '@lucide/svelte/icons/scissors'
import SendToBack from '@lucide/svelte/icons/send-to-back'
import Spline from '@lucide/svelte/icons/spline'
import Trash2 from '@lucide/svelte/icons/trash-2'
import Paste from '@lucide/svelte/icons/clipboard-paste'
import Maximize from '@lucide/svelte/icons/maximize'
import Rows3 from '@lucide/svelte/icons/rows-3'
import Search from '@lucide/svelte/icons/search'
import SelectAll from '@lucide/svelte/icons/box-select'
import Undo2 from '@lucide/svelte/icons/undo-2'
import UnfoldHorizontal from '@lucide/svelte/icons/unfold-horizontal'
import UnfoldVertical from '@lucide/svelte/icons/unfold-vertical'
import type { CardId } from '../../../shared/ids.ts'
import { shortcutText, type Action } from '../../actions/action.ts'
import { heardIn } from '../../actions/heard.ts'
import { ACTIONS, menuOf } from '../../actions/index.ts'
import { KINDS_MADE } from '../../actions/make.ts'
import { signOf } from '../../board/kinds.ts'
import type { BoardSession } from '../../session/board-session.svelte.ts'
import type { MenuItem } from '../ui/menu-item.ts'

const SIGNS: Readonly<Record<string, MenuItem['icon']>> = {
  open: PanelRight,
  show: MapPin,
  editTitle: Pencil,
  duplicate: Copy,
  duplicateLinked: CopyPlus,
  copy: Clipboard,
  cut: Scissors,
  remove: Trash2,
  linkTo: Spline,
  relink: Route,
  lock: Lock,
  fold: FoldVertical,
  group: Group,
  toFront: BringToFront,
  forward: ChevronUp,
  backward: ChevronDown,
  toBack: SendToBack,
  moveInto: FrameIcon,
  takeOut: LogOut,
  merge: Merge,
  comment: Message,
  earlier: ArrowUp,
  later: ArrowDown,
  'resize.wider': UnfoldHorizontal,
  'resize.narrower': FoldHorizontal,
  'resize.taller': UnfoldVertical,
  'resize.shorter': FoldVertical,
  'resize.fit': Scan,
  'links.card': LinkIcon,
  picture: ImageDown,
  paste: Paste,
  undo: Undo2,
  selectAll: SelectAll,
  'tidy.flow': Rows3,
  fit: Maximize,
  find: Search,
} as never

/** What may be asked of some cards, as the lines of a menu: in the order of the list, a rule between its sections. */
export function menuItems(
  session: BoardSession,
  cards: readonly CardId[],
  run: (action: Action) => void = (action) => action.run(session, cards),
): readonly MenuItem[] {
  const actions = menuOf(session, cards)
  // Taking away stands last and apart, where no hand lands on it by habit.
  const ordered = [
    ...actions.filter(({ id }) => id !== 'remove'),
    ...actions.filter(({ id }) => id === 'remove'),
  ]
  return ordered.map((action, nth) => lineOf(session, action, ordered[nth - 1], run))
}

/** What may be done on empty ground: put something there, choose, tidy, look. */
export function groundItems(session: BoardSession, run: (action: Action) => void): readonly MenuItem[] {
  const actions = GROUND.flatMap((id) => ACTIONS.filter((one) => one.id === id && one.enabled(session)))
  return actions.map((action, nth) => lineOf(session, action, actions[nth - 1], run))
}

const GROUND = [
  'make.need',
  'make.action',
  'make.axis',
  'make.fund',
  'make.intervention',
  'make.note',
  'paste',
  'undo',
  'selectAll',
  'tidy.flow',
  'fit',
  'picture',
  'find',
]

function lineOf(
  session: BoardSession,
  action: Action,
  before: Action | undefined,
  run: (action: Action) => void,
): MenuItem {
  const kind = KINDS_MADE.get(action.id)
  const icon = kind ? signOf({ kind }) : SIGNS[action.id]
  const [shortcut] = heardIn(session.view, action)
  const isRemoval = action.id === 'remove'
  return {
    label: action.label(),
    act: () => run(action),
    ...(icon && { icon }),
    ...(shortcut && { hint: shortcutText(shortcut) }),
    ...(isRemoval && { danger: true }),
    ...(before && (before.group !== action.group || isRemoval) && { apart: true }),
  }
}
