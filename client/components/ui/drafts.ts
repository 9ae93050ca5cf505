import { getContext, setContext } from 'svelte'

const KEY = Symbol('drafts')

/** Lets fields below keep, by name, what people typed and was not understood; the map lives with who gives it. */
export const keepDrafts = (drafts: Map<string, string>): Map<string, string> => setContext(KEY, drafts)

/** Where a field keeps its unfinished text, if anybody gave it a place. */
export const draftsHere = (): Map<string, string> | undefined =>
  getContext<Map<string, string> | undefined>(KEY)
