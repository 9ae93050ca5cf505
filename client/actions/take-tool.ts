import { m } from '../paraglide/messages.js'
import type { Action } from './action.ts'

export const takeSelect: Action = {
  id: 'tool.select',
  group: 'look',
  canvasOnly: true,
  label: m.canvas_tool_select,
  shortcuts: [{ key: 'V', shift: false }],
  enabled: () => true,
  run: ({ tools }) => tools.rest(),
}

export const takeHand: Action = {
  id: 'tool.hand',
  group: 'look',
  canvasOnly: true,
  label: m.canvas_tool_hand,
  shortcuts: [{ key: 'H', shift: false }],
  enabled: () => true,
  run: ({ tools }) => tools.arm({ tool: 'hand' }),
}

/** Takes the joining tool; the one chosen card is its first end. */
export const takeLink: Action = {
  id: 'tool.link',
  group: 'join',
  canvasOnly: true,
  label: m.canvas_tool_link,
  shortcuts: [
    { key: 'L', shift: false },
    { key: 'C', shift: false },
  ],
  enabled: ({ canWrite }) => canWrite,
  run: ({ tools, selection }) => tools.arm({ tool: 'link', first: selection.only }),
}
