import { BAR_VIEWS, MORE_VIEWS, VIEW_TABS } from '../components/shell/views.ts'
import { m } from '../paraglide/messages.js'
import { asTable, letters } from '../settings.svelte.ts'
import type { Action } from './action.ts'

const always = (): boolean => true

/** Goes to a view of the table. */
export const views: readonly Action[] = [...BAR_VIEWS, ...MORE_VIEWS].map((view) => ({
  id: `view.${view}`,
  group: 'table',
  label: () => m.find_go_to({ view: VIEW_TABS[view].label() }),
  shortcuts: [],
  everywhere: true,
  enabled: (session) => session.view !== view,
  run: (session) => void (session.view = view),
}))

export const switchTable: Action = {
  id: 'outline.table',
  group: 'table',
  label: m.table_switch,
  shortcuts: [],
  everywhere: true,
  enabled: ({ view }) => view === 'outline',
  run: () => asTable.toggle(),
}

/** Cards and commands by name: whoever knows no shortcut needs only this one. */
export const find: Action = {
  id: 'find',
  group: 'find',
  label: m.find_title,
  shortcuts: [{ key: 'k', ctrl: true, shift: false }],
  everywhere: true,
  enabled: always,
  run: (session) => void (session.asked = { window: 'find' }),
}

export const filter: Action = {
  id: 'filter',
  group: 'find',
  label: m.filter_open,
  shortcuts: [{ key: 'f', ctrl: true, shift: true }],
  everywhere: true,
  enabled: ({ view }) => view === 'board' || view === 'outline',
  run: (session) => void (session.filtering = !session.filtering),
}

export const clearFilters: Action = {
  id: 'filter.clear',
  group: 'find',
  label: m.filter_clear,
  shortcuts: [],
  everywhere: true,
  enabled: ({ filters }) => filters.isOn,
  run: ({ filters }) => filters.clear(),
}

export const help: Action = {
  id: 'help',
  group: 'table',
  label: m.find_help,
  shortcuts: [{ key: '?' }, { key: 'F1' }],
  everywhere: true,
  enabled: always,
  run: (session) => void (session.asked = { window: 'help' }),
}

export const switchLetters: Action = {
  id: 'letters',
  group: 'table',
  label: () => (letters.on ? m.find_letters_off() : m.find_letters_on()),
  shortcuts: [],
  everywhere: true,
  enabled: always,
  run: () => letters.toggle(),
}

export const trash: Action = {
  id: 'trash',
  group: 'edit',
  label: m.find_trash,
  shortcuts: [],
  everywhere: true,
  enabled: always,
  run: (session) => void (session.asked = { window: 'trash' }),
}

export const share: Action = {
  id: 'share',
  group: 'table',
  label: m.share_title,
  shortcuts: [],
  everywhere: true,
  enabled: always,
  run: (session) => void (session.asked = { window: 'share' }),
}

export const insertModel: Action = {
  id: 'model',
  group: 'make',
  label: m.insert_model,
  shortcuts: [],
  everywhere: true,
  enabled: ({ canWrite }) => canWrite,
  run: (session) => void (session.asked = { window: 'model' }),
}
