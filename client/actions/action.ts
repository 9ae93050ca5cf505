import type { BoardSession } from '../session/board-session.svelte.ts'

/**
 * A combination of keys. `key` is what the keyboard writes (`z`, `Delete`, `+`); `code` names a key by its place, for
 * digits, which write other signs with Shift. None needs AltGr or a sign that Italian keyboards hide.
 */
export interface Shortcut {
  readonly key?: string
  readonly code?: string
  readonly ctrl?: boolean
  /** Left out: it does not matter (`+` needs Shift on some keyboards). */
  readonly shift?: boolean
}

/** A command as a value: toolbars, shortcuts, menus and help all read the same list. */
export interface Action {
  readonly id: string
  label(): string
  /** The first is the one to show. */
  readonly shortcuts: readonly Shortcut[]
  /** The browser has an event of its own for it (copying, pasting), which the keys must not keep from happening. */
  readonly isNative?: boolean
  enabled(session: BoardSession): boolean
  run(session: BoardSession): void
}

/** How a shortcut is written for people: "Ctrl+Z". */
export function shortcutText({ key, code, ctrl, shift }: Shortcut): string {
  const name = code?.replace(/^Digit/, '') ?? NAMES[key ?? ''] ?? (key ?? '').toUpperCase()
  return [...(ctrl ? ['Ctrl'] : []), ...(shift ? ['⇧'] : []), name].join('+')
}

const NAMES: Readonly<Record<string, string>> = { Delete: 'Canc', Escape: 'Esc', Enter: 'Invio', '-': '−' }
