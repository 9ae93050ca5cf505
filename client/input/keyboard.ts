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
  readonly alt?: boolean
  readonly shift?: boolean
}

/**
 * Whether a stroke is this shortcut. Strokes of an input method and with AltGr (which Windows reports as Ctrl and Alt)
 * never are: they write characters. The written sign decides; the place of the key only where the shortcut names one, or
 * where the keyboard writes no Latin letters.
 */
export function matches(stroke: Stroke, shortcut: Shortcut): boolean {
  if (stroke.isComposing || stroke.getModifierState('AltGraph')) return false
  if (stroke.altKey !== (shortcut.alt ?? false)) return false
  if ((stroke.ctrlKey || stroke.metaKey) !== (shortcut.ctrl ?? false)) return false
  if (shortcut.shift !== undefined && stroke.shiftKey !== shortcut.shift) return false
  if (shortcut.code !== undefined) return stroke.code === shortcut.code
  const key = shortcut.key?.toLowerCase() ?? ''
  if (stroke.key.toLowerCase() === key) return true
  return isForeign(stroke.key) && /^[a-z]$/.test(key) && stroke.code === `Key${key.toUpperCase()}`
}

/** A letter of another alphabet, or a dead key: it says nothing of which key was meant. */
const isForeign = (key: string): boolean =>
  key === 'Dead' || (key.length === 1 && key > '\u02ff' && key.toLowerCase() !== key.toUpperCase())

/**
 * Whether a shortcut is a character that one might write: then it can be switched off (WCAG 2.2, 2.1.4), because who
 * dictates or types by switch says such characters without meaning a command.
 */
export const isCharacter = ({ key, code, ctrl, alt }: Shortcut): boolean =>
  !ctrl && !alt && (code !== undefined || key?.length === 1)

/**
 * Whether a stroke writes a sign with the help of Alt or AltGr, as @, # and [ on Italian keyboards; some systems tell AltGr as
 * Ctrl and Alt. Letters and digits with Alt belong to the browser's own menus.
 */
export const writesSign = (stroke: Pick<Stroke, 'key' | 'altKey' | 'getModifierState'>): boolean =>
  (stroke.altKey || stroke.getModifierState('AltGraph')) && /^[^\w\s]$/u.test(stroke.key)

/** The first of the actions that a stroke asks for. */
export function asked<A extends { readonly shortcuts: readonly Shortcut[] }>(
  stroke: Stroke,
  actions: readonly A[],
  { characters = true } = {},
): A | undefined {
  return actions.find(({ shortcuts }) =>
    shortcuts.some((shortcut) => (characters || !isCharacter(shortcut)) && matches(stroke, shortcut)),
  )
}

/** Whether what has the focus takes the keys as text: then no shortcut of the canvas may. */
export const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
