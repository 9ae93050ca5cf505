import type { CardId } from '../../shared/ids.ts'
import { m } from '../paraglide/messages.js'
import type { BoardSession } from '../session/board-session.svelte.ts'

/**
 * A combination of keys. `key` is what the keyboard writes (`z`, `Delete`, `+`); `code` names a key by its place, for
 * digits, which write other signs with Shift. None needs AltGr or a sign that Italian keyboards hide.
 */
export interface Shortcut {
  readonly key?: string
  readonly code?: string
  readonly ctrl?: boolean
  readonly alt?: boolean
  /** Left out: it does not matter (`+` needs Shift on some keyboards). */
  readonly shift?: boolean
}

/** What commands are for: the sections of the help, in its order. */
export const GROUPS = ['make', 'edit', 'join', 'arrange', 'look', 'find', 'table'] as const
export type Group = (typeof GROUPS)[number]

/** A command as a value: toolbars, shortcuts, menus, the command palette and the help all read the same list. */
export interface Action {
  readonly id: string
  readonly group: Group
  label(): string
  /** The first is the one to show. */
  readonly shortcuts: readonly Shortcut[]
  /** Its keys are heard in every view, not only while the canvas or a row has the focus. */
  readonly everywhere?: boolean
  /** The browser has an event of its own for it (copying, pasting), which the keys must not keep from happening. */
  readonly isNative?: boolean
  /** It is about what is seen on the canvas: other views have no use for it. */
  readonly canvasOnly?: boolean
  /** It is about cards, and stands in the menu of a card and of a row. */
  readonly ofCards?: boolean
  /** `cards`: those it is asked of; left out, those that are chosen. */
  enabled(session: BoardSession, cards?: readonly CardId[]): boolean
  run(session: BoardSession, cards?: readonly CardId[]): void
}

/** The cards a command is asked of. */
export const cardsOf = (
  { selection }: Pick<BoardSession, 'selection'>,
  cards?: readonly CardId[],
): readonly CardId[] => cards ?? [...selection.cards]

/** The one card a command is asked of, or null when there are none or several. */
export function onlyCard(session: BoardSession, cards?: readonly CardId[]): CardId | null {
  const [only, ...more] = cardsOf(session, cards)
  return only !== undefined && more.length === 0 ? only : null
}

/** How a shortcut is written for people, by the words on their keyboard: "Ctrl+Maiusc+Z". */
export function shortcutText({ key, code, ctrl, alt, shift }: Shortcut): string {
  const name = code?.replace(/^Digit/, '') ?? nameOf(key ?? '')
  return [...(ctrl ? ['Ctrl'] : []), ...(alt ? ['Alt'] : []), ...(shift ? [m.key_shift()] : []), name].join(
    '+',
  )
}

function nameOf(key: string): string {
  if (key === 'Enter') return m.key_enter()
  if (key === 'Delete') return m.key_delete()
  return SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key)
}

const SIGNS: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  '-': '−',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
}
