export type Shortcut = 'search' | 'undo' | 'redo'

/**
 * What a key means wherever one is at the table, or null. AltGr, which reports Ctrl on some systems, is never a shortcut.
 * In a field that is being written, undo belongs to the field.
 */
export function shortcutOf(event: KeyboardEvent): Shortcut | null {
  if (event.defaultPrevented || event.isComposing || event.altKey || event.getModifierState('AltGraph'))
    return null
  if (!event.ctrlKey && !event.metaKey) return null
  const key = event.key.toLowerCase()
  if (key === 'k' && !event.shiftKey) return 'search'
  if (isField(event.target)) return null
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' && !event.shiftKey ? 'redo' : null
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])'))
