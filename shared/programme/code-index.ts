import index from './data/code-index.json'

export type CodeListId = keyof typeof index

/**
 * Which codes each list has, without their words: 3 kB where the lists are 190, so that rules can look codes up wherever
 * they run. Runs of codes are folded, `RCO01-08,10`: read them with `codesIn`. `test/shared/programme/code-lists.test.ts`
 * keeps it equal to the lists.
 */
export const CODE_INDEX: Readonly<
  Record<CodeListId, { readonly verified: boolean; readonly codes: string }>
> = index

export const CODE_LIST_IDS = Object.keys(index) as CodeListId[]

const SETS = new Map<CodeListId, ReadonlySet<string>>()

/** Every code of the list, in its order. */
export function codesIn(id: CodeListId): ReadonlySet<string> {
  const known = SETS.get(id) ?? new Set(CODE_INDEX[id].codes.split(' ').flatMap(unfold))
  SETS.set(id, known)
  return known
}

/** Whether the list has the code, verbatim. */
export const listHas = (id: CodeListId, code: string): boolean => codesIn(id).has(code)

/** `RCO08-10,13`: RCO08, RCO09, RCO10, RCO13. What stands before the last figures of the first code stands before all. */
function unfold(group: string): string[] {
  const [, prefix = '', runs = ''] = /^(.*?)(\d+(?:[-,]\d+)*)$/.exec(group) ?? []
  return runs.split(',').flatMap((run) => {
    const [first = '', last = first] = run.split('-')
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, n) =>
      prefix.concat(String(Number(first) + n).padStart(first.length, '0')),
    )
  })
}
