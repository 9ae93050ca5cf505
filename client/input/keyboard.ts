/** The part of a keyboard event that a shortcut is compared with. */
export interface Stroke {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
  getModifierState(key: string): boolean
}

interface Shortcut {
  readonly key?: string
  readonly code?: string
  readonly ctrl?: boolean
  readonly shift?: boolean
}

/**
 * Whether a stroke is this shortcut. Strokes of an input method and with AltGr (which Windows reports as Ctrl and Alt)
 * never are: they write characters. The written sign decides; the place of the key only where the shortcut names one.
 */
export function matches(stroke: Stroke, shortcut: Shortcut): boolean {
  if (stroke.isComposing || stroke.altKey || stroke.getModifierState('AltGraph')) return false
  if ((stroke.ctrlKey || stroke.metaKey) !== (shortcut.ctrl ?? false)) return false
  if (shortcut.shift !== undefined && stroke.shiftKey !== shortcut.shift) return false
  if (shortcut.code !== undefined) return stroke.code === shortcut.code
  return stroke.key.toLowerCase() === shortcut.key?.toLowerCase()
}

/** The first of the actions that a stroke asks for. */
export function asked<A extends { readonly shortcuts: readonly Shortcut[] }>(
  stroke: Stroke,
  actions: readonly A[],
): A | undefined {
  return actions.find((action) => action.shortcuts.some((shortcut) => matches(stroke, shortcut)))
}

/** Whether what has the focus takes the keys as text: then no shortcut of the canvas may. */
export const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
