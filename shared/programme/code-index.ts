import index from './data/code-index.json'

export type CodeListId = keyof typeof index

/**
 * Which codes each list has, without their words: 2 kB where the lists are 120, so that rules can look codes up wherever
 * they run. `test/shared/programme/code-lists.test.ts` keeps it equal to the lists.
 */
export const CODE_INDEX: Readonly<
  Record<CodeListId, { readonly verified: boolean; readonly codes: string }>
> = index

export const CODE_LIST_IDS = Object.keys(index) as CodeListId[]

const SETS = new Map<CodeListId, ReadonlySet<string>>()

/** Whether the list has the code, verbatim. */
export function listHas(id: CodeListId, code: string): boolean {
  const known = SETS.get(id) ?? new Set(CODE_INDEX[id].codes.split(' '))
  SETS.set(id, known)
  return known.has(code)
}
