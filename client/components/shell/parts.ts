import { afterFrame } from '../../after-frame.ts'

/** What is not on the first screen of a table: it comes when it is first needed, or by itself a moment later. */
export const PARTS = {
  outline: () => import('../outline/OutlineView.svelte'),
  panel: () => import('../panels/CardPanel.svelte'),
  funds: () => import('../views/Funds.svelte'),
  checks: () => import('../views/Checks.svelte'),
  matrices: () => import('../views/Matrices.svelte'),
  times: () => import('../views/Times.svelte'),
  partners: () => import('../views/Partners.svelte'),
  trace: () => import('../views/Trace.svelte'),
  compare: () => import('../views/Compare.svelte'),
  exports: () => import('../views/Exports.svelte'),
  agreement: () => import('../agreement/Agreement.svelte'),
  story: () => import('../history/Story.svelte'),
  cardStory: () => import('../history/CardStory.svelte'),
  ledger: () => afterFrame().then(() => import('../views/LedgerStrip.svelte')),
  minimap: () => afterFrame().then(() => import('../find/Minimap.svelte')),
  together: () => afterFrame().then(() => import('../find/Together.svelte')),
  filters: () => import('../find/FilterPanel.svelte'),
  filterLine: () => import('../find/FilterLine.svelte'),
  erase: () => import('../history/EraseName.svelte'),
  people: () => import('./PeopleList.svelte'),
  since: () => import('./SinceNotice.svelte'),
  aside: () => import('./SetAsideNotice.svelte'),
  announcers: () => afterFrame().then(() => import('./Announcers.svelte')),
} as const
