import type { CardId } from '../../shared/ids.ts'
import { FACETS, type CardFacets, type Facet } from './facets.ts'

/** What is filtered by: values of facets, any of them within a facet, all facets together; and words. */
export interface Chosen {
  readonly values: Readonly<Record<Facet, readonly string[]>>
  readonly words: string
}

export const NOTHING: Chosen = {
  values: { kind: [], axis: [], fund: [], place: [], target: [], author: [], finding: [] },
  words: '',
}

export const isNothing = ({ values, words }: Chosen): boolean =>
  words.trim() === '' && FACETS.every((facet) => values[facet].length === 0)

/** Adds a value to a facet, or takes it away. */
export function toggled(chosen: Chosen, facet: Facet, value: string): Chosen {
  const before = chosen.values[facet]
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value]
  return { ...chosen, values: { ...chosen.values, [facet]: after } }
}

/** The cards whose facets answer; words are asked of `saysWords`. */
export function answering(
  chosen: Chosen,
  facets: ReadonlyMap<CardId, CardFacets>,
  saysWords: (id: CardId) => boolean,
): ReadonlySet<CardId> {
  const wanted = FACETS.filter((facet) => chosen.values[facet].length > 0)
  const found = new Set<CardId>()
  for (const [id, card] of facets)
    if (
      wanted.every((facet) => card[facet].some((value) => chosen.values[facet].includes(value))) &&
      (chosen.words.trim() === '' || saysWords(id))
    )
      found.add(id)
  return found
}

const MOST = 100
const LONGEST = 200

/** What a browser has kept, read with care: anything may stand in its storage. */
export function readChosen(json: unknown): Chosen {
  if (typeof json !== 'object' || json === null) return NOTHING
  const from = json as { values?: unknown; words?: unknown }
  const values = (typeof from.values === 'object' && from.values !== null ? from.values : {}) as Record<
    string,
    unknown
  >
  const listOf = (value: unknown): readonly string[] =>
    Array.isArray(value)
      ? value.filter((one): one is string => typeof one === 'string' && one.length <= LONGEST).slice(0, MOST)
      : []
  return {
    values: Object.fromEntries(FACETS.map((facet) => [facet, listOf(values[facet])])) as Chosen['values'],
    words: typeof from.words === 'string' ? from.words.slice(0, LONGEST) : '',
  }
}
