import { EVERYDAY_NAMES } from './fund-name.ts'
import { ACTION_DATA } from './action-data.ts'
import { CODE_INDEX } from './code-index.ts'
import { DOSSIER_SECTIONS } from './dossier-sections.ts'
import type { PackFile } from './pack.ts'
import { DIMENSION_NAMES, THEME_NAMES } from './words.ts'
import {
  anyText,
  between,
  count,
  flag,
  like,
  listOf,
  mistake,
  oneOf,
  optional,
  orNull,
  record,
  tableOf,
  text,
  wholeCents,
  type Mistake,
  type Shape,
} from './shapes.ts'

/** Everything that is wrong with a pack; nothing when it can be used. `rules`: the IDs that its profile may name. */
export function packMistakes(pack: unknown, rules: readonly string[]): readonly Mistake[] {
  const mistakes = PACK(pack, [])
  return mistakes.length > 0 ? mistakes : contradictions(pack as PackFile, rules)
}

/** The same for the list of cities that packs share. */
export const cityMistakes = (cities: unknown): readonly Mistake[] => CITIES(cities, [])

const DATE = like(/^\d{4}-\d{2}-\d{2}$/, 'una data come 2014-01-31', 'a date such as 2014-01-31')
const WORD = record({ it: text, en: text })
const GROUP = oneOf('metropolitan', 'medium')
const SOURCE = oneOf(...Object.keys(EVERYDAY_NAMES))
const DIMENSION = oneOf(...Object.keys(DIMENSION_NAMES))
const LIST = oneOf(...Object.keys(CODE_INDEX))
const CITY = record({
  name: text,
  istat: like(/^\d{6}$/, 'le sei cifre di un codice ISTAT', 'the six digits of an ISTAT code'),
  nuts3: like(/^IT[A-Z0-9]{3}$/, 'un codice NUTS 3', 'a NUTS 3 code'),
  prefix: anyText,
  prefixVerified: flag,
  group: GROUP,
})

const PACK: Shape = record({
  id: like(/^[a-z0-9-]{1,100}$/, 'lettere minuscole, cifre e trattini', 'small letters, digits and hyphens'),
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
  cities: optional(listOf(CITY)),
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
  dossier: optional(listOf(oneOf(...DOSSIER_SECTIONS))),
  themes: tableOf(oneOf(...Object.keys(THEME_NAMES))),
  sources: tableOf(text),
  suggestions: record({ targetGroups: listOf(text) }),
})

const CITIES: Shape = record({ verified: flag, source: text, notes: text, cities: listOf(CITY) })

/** Mistakes between values that are each of the right shape. */
function contradictions(pack: PackFile, rules: readonly string[]): Mistake[] {
  const mistakes: Mistake[] = []
  const { start, end } = pack.period
  if (start >= end)
    mistakes.push(
      mistake(
        ['period'],
        `comincia il ${start}, dopo la sua fine ${end}`,
        `starts on ${start}, after its end ${end}`,
      ),
    )
  const codes = pack.axes.map((axis) => axis.code)
  codes.forEach((code, n) => {
    if (codes.indexOf(code) < n)
      mistakes.push(
        mistake(['axes', n, 'code'], `il codice ${code} c’è due volte`, `the code ${code} occurs twice`),
      )
  })
  for (const rule of Object.keys(pack.checks))
    if (!rules.includes(rule))
      mistakes.push(
        mistake(
          ['checks', rule],
          'non c’è nessun controllo con questo nome',
          'there is no rule of that name',
        ),
      )
  for (const rule of Object.keys(pack.readiness))
    if (!(rule in pack.checks))
      mistakes.push(
        mistake(
          ['readiness', rule],
          'non è tra i controlli che si fanno',
          'is not among the checks that are run',
        ),
      )
  const { pattern, example } = pack.operationCode
  if (!isPattern(pattern))
    mistakes.push(
      mistake(['operationCode', 'pattern'], 'non è un’espressione regolare', 'is no regular expression'),
    )
  else if (!new RegExp(pattern).test(example))
    mistakes.push(
      mistake(
        ['operationCode', 'example'],
        `${example} non segue il modello`,
        `${example} does not fit the pattern`,
      ),
    )
  return mistakes
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp
  } catch {
    return false
  }
}
