/**
 * Who caused a change of the document. Undo tracks `local` only; the server writes with `server`; imports and models
 * are one undoable step of the person who inserted them, hence `local` too.
 */
export type Origin =
  { readonly source: 'local' } | { readonly source: 'server'; readonly why: 'repair' | 'command' | 'model' }

export const LOCAL: Origin = { source: 'local' }
export const REPAIR: Origin = { source: 'server', why: 'repair' }
export const COMMAND: Origin = { source: 'server', why: 'command' }
export const MODEL: Origin = { source: 'server', why: 'model' }
