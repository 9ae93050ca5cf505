import { GROUPS, type Action, type Group, type Shortcut } from '../../actions/action.ts'
import { ACTIONS } from '../../actions/index.ts'
import { isCharacter } from '../../input/keyboard.ts'

/** One section of the help: every command of its group, those with keys first. */
export interface HelpSection {
  readonly group: Group
  readonly keyed: readonly { readonly action: Action; readonly shortcuts: readonly Shortcut[] }[]
  /** Commands that are given by name or from a menu alone. */
  readonly named: readonly Action[]
}

/** The whole list of commands as the help tells it; with the single characters switched off, by the keys that are left. */
export const helpSections = (characters: boolean): readonly HelpSection[] =>
  GROUPS.map((group) => {
    const all = ACTIONS.filter((action) => action.group === group).map((action) => ({
      action,
      shortcuts: action.shortcuts.filter((one) => characters || !isCharacter(one)).slice(0, 2),
    }))
    return {
      group,
      keyed: all.filter(({ shortcuts }) => shortcuts.length > 0),
      named: all.flatMap(({ action, shortcuts }) => (shortcuts.length > 0 ? [] : [action])),
    }
  })
