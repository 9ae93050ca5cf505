import { isCharacter } from '../input/keyboard.ts'
import type { View } from '../session/board-session.svelte.ts'
import { letters } from '../settings.svelte.ts'
import { shortcutText, type Action, type Shortcut } from './action.ts'

/**
 * The keys of a command that are heard in a view. The canvas hears all; single characters unless they are switched off. A row
 * of the outline is a text: it hears no characters, has its own Enter and Delete, and copies words. Elsewhere only what is
 * heard everywhere.
 */
export function heardIn(
  view: View,
  { shortcuts, everywhere, ofCards, isNative }: Action,
): readonly Shortcut[] {
  const isHeard = ({ ctrl, alt }: Shortcut): boolean =>
    view === 'board' ||
    everywhere === true ||
    (view === 'outline' && ofCards === true && !isNative && (ctrl === true || alt === true))
  const characters = view === 'board' && letters.on
  return shortcuts.filter((one) => isHeard(one) && (characters || !isCharacter(one)))
}

/** A command of the canvas with the keys that are heard there, as a button tells it. */
export function hintOf(action: Action): string {
  const [shortcut] = heardIn('board', action)
  return shortcut ? `${action.label()} (${shortcutText(shortcut)})` : action.label()
}
