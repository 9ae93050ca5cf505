import { tick } from 'svelte'
import type { Aim } from './open-card.ts'

/**
 * Brings the cursor to a place in an open panel: unfolds what hides it, presses what opens it (a search, amounts by
 * year). Does nothing when the panel has no such place.
 */
export async function reach(panel: HTMLElement, { field, link }: Aim): Promise<void> {
  const within =
    link === undefined ? panel : panel.querySelector<HTMLElement>(`[data-link="${CSS.escape(link)}"]`)
  if (!within) return
  const find = (): HTMLElement | null => within.querySelector(`[data-field="${CSS.escape(field)}"]`)
  if (!find() && link !== undefined) {
    within.querySelector<HTMLElement>('[aria-expanded="false"]')?.click()
    await tick()
  }
  const place = find()
  if (!place) return
  for (let fold = place.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true
  const control = place.matches('button') ? place : place.querySelector<HTMLElement>(CONTROLS)
  const shown = control ?? place
  shown.scrollIntoView({ block: 'center' })
  control?.focus()
  if (control?.matches('button:not([aria-expanded="true"])')) control.click()
}

/** The control people write in: the chosen radio of a choice, never the button that takes a word away. */
const CONTROLS = 'input:checked, input:not(:disabled), textarea, select, [contenteditable]'
