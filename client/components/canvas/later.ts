import { putAndLay } from '../../actions/with-part.ts'
import { afterFrame } from '../../after-frame.ts'

/** What the canvas can be seen and worked on without: it comes after it, when it is first needed or in a quiet moment. */
export const LATER = {
  above: () => afterFrame().then(() => import('./Above.svelte')),
  emptyHint: () => import('./EmptyHint.svelte'),
  personMarks: () => import('./PersonMarks.svelte'),
  linkBar: () => import('./LinkBar.svelte'),
  lines: () => afterFrame().then(() => import('./Lines.svelte')),
  linkChooser: () => import('./LinkChooser.svelte'),
  softKeyboard: () => afterFrame().then(() => import('../../input/soft-keyboard.ts')),
  menu: () =>
    afterFrame().then(() => {
      // Asked for already, so that its commands work when the network is gone.
      putAndLay().catch(() => undefined)
      return import('../find/CanvasMenu.svelte')
    }),
} as const
