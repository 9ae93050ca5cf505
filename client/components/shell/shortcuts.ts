import type { Action } from '../../actions/action.ts'
import { ACTIONS } from '../../actions/index.ts'
import { asked, takesText } from '../../input/keyboard.ts'
import { letters } from '../../settings.svelte.ts'

/**
 * What a key asks for wherever one is at the table. In a field that is being written, characters are text and undo belongs
 * to the field.
 */
export function askedAnywhere(event: KeyboardEvent): Action | undefined {
  if (event.defaultPrevented) return undefined
  const inText = takesText(event.target) && !isSwitch(event.target)
  const action = asked(event, EVERYWHERE, { characters: letters.on && !inText })
  return inText && (action?.id === 'undo' || action?.id === 'redo') ? undefined : action
}

const EVERYWHERE = ACTIONS.filter(({ everywhere }) => everywhere)

const isSwitch = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input[type=checkbox], input[type=radio], input[type=button]')
