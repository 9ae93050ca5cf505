import type { Dimension } from '../board/fields.ts'
import type { Action } from '../plan/plan.ts'
import { codeList, type CodeItem } from '../programme/code-lists.ts'

/** A part of the CUP classification: its code and its Italian words, empty where the code is in no list. */
export interface CupPart {
  readonly code: string
  readonly words: string
}

/** The CUP classification chosen for an action, part by part; empty where nobody chose one. */
export interface CupClass {
  /** Nature and type together, as PUC writes them: `03.01`. */
  readonly operation: string
  readonly nature: CupPart
  readonly type: CupPart
  readonly sector: CupPart
  readonly subsector: CupPart
  readonly category: CupPart
}

export function cupClassOf({ classifications }: Pick<Action, 'classifications'>): CupClass {
  const codeOf = (wanted: Dimension): string =>
    classifications.find(({ dimension }) => dimension === wanted)?.code.trim() ?? ''
  const [operation, place] = [codeOf('cupType'), codeOf('cupCategory')]
  const [type, category] = [TYPES.get(operation), CATEGORIES.get(place)]
  const [nature, kind] = operation.split('.')
  const [sector, subsector, last] = place.split('.')
  const [widest, narrower] = category?.group?.split(' · ') ?? []
  return {
    operation,
    nature: part(nature, type?.group),
    type: part(kind, type?.it),
    sector: part(sector, widest),
    subsector: part(subsector, narrower),
    category: part(last, category?.it),
  }
}

const part = (code: string | undefined, words: string | null | undefined): CupPart => ({
  code: code ?? '',
  words: words ?? '',
})

const byCode = (items: readonly CodeItem[]): ReadonlyMap<string, CodeItem> =>
  new Map(items.map((item) => [item.code, item]))

const TYPES = byCode(codeList('cup-types').items)
const CATEGORIES = byCode(codeList('cup-categories').items)
