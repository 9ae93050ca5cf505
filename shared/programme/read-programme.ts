import { EVERYDAY_NAMES } from './fund-name.ts'
import { ACTION_DATA } from './action-data.ts'
import { CODE_INDEX } from './code-index.ts'
import { DIMENSION_NAMES, THEME_NAMES } from './words.ts'
import type { City, Programme } from './programme.ts'
import {
  anyText,
  between,
  count,
  flag,
  like,
  listOf,
  oneOf,
  orNull,
  record,
  tableOf,
  text,
  wholeCents,
  type Shape,
} from './shapes.ts'

/** A pack as its file holds it: cities are named by group, because the packs share them. */
type PackFile = Omit<Programme, 'cities'> & { readonly cityGroups: readonly City['group'][] }

/**
 * A programme pack from its JSON and the list of cities. A pack is part of the product, so a wrong one is a bug: throws
 * an Error that lists every mistake with its place.
 */
export function readProgramme(pack: unknown, cities: unknown): Programme {
  const mistakes = [...PACK(pack, 'pack'), ...CITIES(cities, 'cities')]
  if (mistakes.length === 0) mistakes.push(...contradictions(pack as PackFile))
  if (mistakes.length > 0) throw new Error(`A programme pack is wrong.\n${mistakes.join('\n')}`)
  const { cityGroups, ...programme } = pack as PackFile
  return {
    ...programme,
    cities: (cities as { readonly cities: readonly City[] }).cities.filter((city) =>
      cityGroups.includes(city.group),
    ),
  }
}

const DATE = like(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2014-01-31')
const WORD = record({ it: text, en: text })
const GROUP = oneOf('metropolitan', 'medium')
const SOURCE = oneOf(...Object.keys(EVERYDAY_NAMES))
const DIMENSION = oneOf(...Object.keys(DIMENSION_NAMES))
const LIST = oneOf(...Object.keys(CODE_INDEX))

const PACK: Shape = record({
  id: like(/^[a-z0-9-]+$/, 'small letters, digits and hyphens'),
  title: text,
  shortTitle: text,
  aliases: listOf(text),
  cci: text,
  version: text,
  verified: flag,
  period: record({ start: DATE, end: DATE, verified: flag }),
  axisWord: WORD,
  axes: listOf(
    record({
      code: text,
      title: text,
      funds: listOf(SOURCE),
      fundVerified: flag,
      allocationCents: orNull(wholeCents),
      specificObjectives: listOf(record({ code: text, title: text, verified: flag })),
    }),
  ),
  funds: listOf(record({ source: SOURCE, name: WORD, verified: flag })),
  cityGroups: listOf(GROUP),
  operationCode: record({ pattern: text, example: text, verified: flag }),
  checks: tableOf(oneOf('error', 'warning', 'information')),
  readiness: tableOf(count),
  coFinancing: orNull(record({ maxEuRate: between(0, 1), verified: flag })),
  submission: record({
    mandatory: listOf(oneOf(...ACTION_DATA)),
    titleLimit: count,
    summaryLimit: count,
    classifications: tableOf(listOf(DIMENSION)),
    lists: tableOf(LIST),
    indicatorLists: listOf(LIST),
    verified: flag,
  }),
  themes: tableOf(oneOf(...Object.keys(THEME_NAMES))),
  sources: tableOf(text),
  suggestions: record({ targetGroups: listOf(text) }),
})

const CITIES: Shape = record({
  verified: flag,
  source: text,
  notes: text,
  cities: listOf(
    record({
      name: text,
      istat: like(/^\d{6}$/, 'the six digits of an ISTAT code'),
      nuts3: like(/^IT[A-Z0-9]{3}$/, 'a NUTS 3 code'),
      prefix: anyText,
      prefixVerified: flag,
      group: GROUP,
    }),
  ),
})

/** Mistakes between values that are each of the right shape. */
function contradictions(pack: PackFile): string[] {
  const mistakes: string[] = []
  const { start, end } = pack.period
  if (start >= end) mistakes.push(`pack.period: starts on ${start}, after its end ${end}`)
  const codes = pack.axes.map((axis) => axis.code)
  const twice = codes.filter((code, index) => codes.indexOf(code) !== index)
  if (twice.length > 0) mistakes.push(`pack.axes: the code ${twice.join(', ')} occurs twice`)
  const unrun = Object.keys(pack.readiness).filter((rule) => !(rule in pack.checks))
  if (unrun.length > 0)
    mistakes.push(`pack.readiness: ${unrun.join(', ')} is not among the checks that are run`)
  const { pattern, example } = pack.operationCode
  if (!isPattern(pattern)) mistakes.push(`pack.operationCode.pattern: ${pattern} is no regular expression`)
  else if (!new RegExp(pattern).test(example))
    mistakes.push(`pack.operationCode.example: ${example} does not fit the pattern`)
  return mistakes
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp
  } catch {
    return false
  }
}
