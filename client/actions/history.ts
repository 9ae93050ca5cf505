import { m } from '../paraglide/messages.js'
import type { Action } from './action.ts'

export const undo: Action = {
  id: 'undo',
  group: 'edit',
  everywhere: true,
  label: m.canvas_undo,
  shortcuts: [{ key: 'z', ctrl: true, shift: false }],
  enabled: ({ canWrite, undo }) => canWrite && undo.canUndo,
  run({ undo, tools }) {
    // What is said of the last command is true no longer.
    tools.hush()
    undo.undo()
  },
}

export const redo: Action = {
  id: 'redo',
  group: 'edit',
  everywhere: true,
  label: m.canvas_redo,
  shortcuts: [
    { key: 'z', ctrl: true, shift: true },
    { key: 'y', ctrl: true, shift: false },
  ],
  enabled: ({ canWrite, undo }) => canWrite && undo.canRedo,
  run: ({ undo }) => undo.redo(),
}
