import type { Component } from 'svelte'
import type { Asked } from '../../session/asked.ts'

/** The windows that anything at the table may ask for; each comes when it is first asked for, or in a quiet moment. */
export const WINDOWS: {
  readonly [W in Asked['window']]: () => Promise<{ readonly default: Component<never> }>
} = {
  find: () => import('../find/FindDialog.svelte'),
  help: () => import('../find/HelpDialog.svelte'),
  trash: () => import('../find/TrashDialog.svelte'),
  share: () => import('../share/ShareDialog.svelte'),
  comments: () => import('../comments/CommentsDialog.svelte'),
  model: () => import('./ModelDialog.svelte'),
  link: () => import('../panels/LinkDialog.svelte'),
  relink: () => import('../panels/RelinkDialog.svelte'),
  move: () => import('../panels/MoveDialog.svelte'),
  merge: () => import('../panels/MergeDialog.svelte'),
  pastedTable: () => import('../incoming/PastedTable.svelte'),
  picture: () => import('../picture/PicturePage.svelte'),
}
