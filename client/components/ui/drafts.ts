import { getContext, setContext } from 'svelte'

const KEY = Symbol('drafts')

/** Opens the place where unfinished text waits, for everything inside the calling component, as long as it lives. */
export const keepDrafts = (): Map<string, string> => setContext(KEY, new Map<string, string>())

/**
 * What people typed in fields and was not understood, by field: it waits here while they look at another card. Nothing
 * waits outside a place that keeps drafts.
 */
export const draftsHere = (): Map<string, string> | undefined =>
  getContext<Map<string, string> | undefined>(KEY)
