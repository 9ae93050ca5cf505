import type { Group } from '../../actions/action.ts'
import { m } from '../../paraglide/messages.js'

/** What a section of the commands is called. */
export const GROUP_WORDS: Readonly<Record<Group, () => string>> = {
  make: m.find_group_make,
  edit: m.find_group_edit,
  join: m.find_group_join,
  arrange: m.find_group_arrange,
  look: m.find_group_look,
  find: m.find_group_find,
  table: m.find_group_table,
}
