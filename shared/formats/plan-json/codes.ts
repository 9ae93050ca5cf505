import type { FundSource } from '../../board/card.ts'
import type { Dimension } from '../../board/fields.ts'
import type { CodeListId } from '../../programme/code-index.ts'
import { codeList } from '../../programme/code-lists.ts'
import type { Programme } from '../../programme/programme.ts'

/** A value of a code list that lives outside of the schema. */
export interface CodeValue {
  readonly list: string
  readonly listVersion: string
  readonly code: string
}

/** A code list as the file names it. `verified`: whether its codes were read in their official source. */
export interface ListEntry {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly verified: boolean
}

export interface Codes {
  axis(code: string): CodeValue
  objective(code: string): CodeValue
  source(source: FundSource): CodeValue
  indicator(code: string): CodeValue
  classification(dimension: Dimension, code: string): CodeValue
  /** The lists that the code values anywhere in `parts` belong to, by id. */
  listsIn(parts: unknown): readonly ListEntry[]
}

const INDICATORS: readonly CodeListId[] = ['indicators-erdf', 'indicators-esfplus']

const SOURCES: ListEntry = {
  id: 'fund-sources',
  version: '1',
  title: 'Fonti di finanziamento di Tavolo',
  verified: true,
}

/** Codes that people wrote and no known list has: kept, and said to be so. */
const UNLISTED: ListEntry = {
  id: 'unlisted',
  version: '1',
  title: 'Codici scritti al tavolo, in nessun elenco noto',
  verified: false,
}

/** The code lists of a programme and how its codes are written in `plan.json`. */
export function codesOf(programme: Programme): Codes {
  const objectives = programme.axes.flatMap((axis) => axis.specificObjectives)
  const axes: ListEntry = {
    id: `${programme.id}/axes`,
    version: programme.version,
    title: `${programme.axisWord.it}: ${programme.title}`,
    verified: programme.verified,
  }
  const specificObjectives: ListEntry = {
    id: `${programme.id}/specific-objectives`,
    version: programme.version,
    title: `Obiettivi specifici: ${programme.title}`,
    verified: objectives.every((one) => one.verified),
  }
  const indicators = INDICATORS.map(codeList)
  const dimensions = [...new Set(Object.values(programme.submission.lists))].map(codeList)
  const known = [axes, specificObjectives, SOURCES, UNLISTED, ...[...indicators, ...dimensions].map(entryOf)]
  const among = (list: ListEntry, codes: readonly { readonly code: string }[], code: string): CodeValue =>
    valueOf(codes.some((one) => one.code === code) ? list : UNLISTED, code)
  return {
    axis: (code) => among(axes, programme.axes, code),
    objective: (code) => among(specificObjectives, objectives, code),
    source: (source) => valueOf(SOURCES, source),
    indicator: (code) => valueOf(indicators.find((list) => has(list, code)) ?? UNLISTED, code),
    classification: (dimension, code) =>
      valueOf(
        dimensions.find((list) => list.id === programme.submission.lists[dimension] && has(list, code)) ??
          UNLISTED,
        code,
      ),
    listsIn: (parts) => {
      const used = new Set<string>()
      collectLists(parts, used)
      return known.filter((list) => used.has(list.id)).sort((a, b) => (a.id < b.id ? -1 : 1))
    },
  }
}

const entryOf = ({ id, version, title, verified }: ListEntry): ListEntry => ({ id, version, title, verified })

const valueOf = (list: ListEntry, code: string): CodeValue => ({
  list: list.id,
  listVersion: list.version,
  code,
})

const has = (list: { readonly items: readonly { readonly code: string }[] }, code: string): boolean =>
  list.items.some((item) => item.code === code)

function collectLists(part: unknown, into: Set<string>): void {
  if (part === null || typeof part !== 'object') return
  const { list, listVersion } = part as Partial<CodeValue>
  if (typeof list === 'string' && typeof listVersion === 'string') into.add(list)
  else for (const inner of Object.values(part)) collectLists(inner, into)
}
