import FileDown from '@lucide/svelte/icons/file-down'
import Grid3x3 from '@lucide/svelte/icons/grid-3x3'
import CalendarRange from '@lucide/svelte/icons/calendar-range'
import Handshake from '@lucide/svelte/icons/handshake'
import Route from '@lucide/svelte/icons/route'
import GitCompareArrows from '@lucide/svelte/icons/git-compare-arrows'
import History from '@lucide/svelte/icons/history'
import Stamp from '@lucide/svelte/icons/stamp'
import ListTree from '@lucide/svelte/icons/list-tree'
import ListChecks from '@lucide/svelte/icons/list-checks'
import PanelsTopLeft from '@lucide/svelte/icons/panels-top-left'
import Wallet from '@lucide/svelte/icons/wallet'
import type { Component } from 'svelte'
import { m } from '../../paraglide/messages.js'
import type { View } from '../../session/board-session.svelte.ts'

interface ViewTab {
  readonly label: () => string
  /** Shown where there is no room for words alone: at the foot of a phone. */
  readonly icon: Component<{ size?: number; 'aria-hidden'?: boolean }>
}

/** What every table is worked with stands in the bar; the other views are one step away, in its menu. */
export const BAR_VIEWS: readonly View[] = ['board', 'outline', 'funds', 'checks', 'exports']
export const MORE_VIEWS: readonly View[] = [
  'matrices',
  'times',
  'partners',
  'trace',
  'compare',
  'agreement',
  'story',
]

export const VIEW_TABS: Readonly<Record<View, ViewTab>> = {
  board: { label: m.view_board, icon: PanelsTopLeft },
  outline: { label: m.view_outline, icon: ListTree },
  funds: { label: m.view_funds, icon: Wallet },
  checks: { label: m.view_checks, icon: ListChecks },
  exports: { label: m.view_exports, icon: FileDown },
  matrices: { label: m.view_matrices, icon: Grid3x3 },
  times: { label: m.view_times, icon: CalendarRange },
  partners: { label: m.view_partners, icon: Handshake },
  trace: { label: m.view_trace, icon: Route },
  compare: { label: m.view_compare, icon: GitCompareArrows },
  agreement: { label: m.view_agreement, icon: Stamp },
  story: { label: m.view_story, icon: History },
} as never
