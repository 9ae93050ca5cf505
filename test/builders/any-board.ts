import fc from 'fast-check'
import { DESIGN_LEVELS, FUND_SOURCES, NATURES, PARTNER_TYPES, THEMES } from '../../shared/board/card.ts'
import { DIMENSIONS } from '../../shared/board/fields.ts'
import type { BoardSpec, CardSpec, LinkSpec } from './a-board.ts'

const COUNT = 4
const cents = fc.integer({ min: 0, max: 500_000_000 })
const tags = fc.subarray(['Giovani', 'giovani ', 'Lorenteggio', 'Scampia', ''])
const day = fc
  .record({ year: fc.integer({ min: 2012, max: 2031 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}-15`)
const code = fc.constantFrom('NA 3.2.2.c', 'na3.2.2.c', 'NA 4.1.1.a')

const some = <T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> =>
  fc.record(fields, { requiredKeys: [], noNullPrototype: true }) as fc.Arbitrary<Partial<T>>

const KINDS = {
  need: some({
    source: fc.constantFrom('', 'Assemblea'),
    mergedInto: nameOf('need'),
    notTakenUp: fc.constantFrom('', 'fuori competenza'),
  }),
  action: some({
    nature: fc.constantFrom(...NATURES),
    designLevel: fc.constantFrom(...DESIGN_LEVELS),
    start: day,
    end: day,
    costCents: cents,
    operationCode: code,
    sameOperationAs: code,
    intervention: nameOf('intervention'),
    needsPlace: fc.boolean(),
    places: tags,
    targetGroups: tags,
    themes: fc.subarray([...THEMES]),
    cup: fc.constantFrom('J89I24000140001', 'J89'),
    indicators: fc.array(
      some({ code: fc.constantFrom('RCO113', 'X1'), target: fc.nat({ max: 9 }) }).map((given) => ({
        type: 'output',
        label: 'Utenti',
        ...given,
      })),
      { maxLength: 1 },
    ),
    classifications: fc.array(
      fc.record(
        { dimension: fc.constantFrom(...DIMENSIONS), code: fc.constantFrom('112', '999') },
        { noNullPrototype: true },
      ),
      { maxLength: 2 },
    ),
  }),
  axis: some({ axis: fc.constantFrom('1', '3', '4', 'AT', '99', ' ') }),
  fund: some({
    fund: fc.constantFrom(...FUND_SOURCES),
    ceilingCents: cents,
    programme: fc.constantFrom('PON Metro', 'POR FSE'),
    euRate: fc.constantFrom(0.5, 0.9),
  }),
  partner: some({
    partnerType: fc.constantFrom(...PARTNER_TYPES),
    taxCode: fc.constantFrom('80008630420', 'RSSMRA80A01H501A'),
    runts: fc.constantFrom('12345', ''),
  }),
  context: some({
    cents,
    programme: fc.constantFrom('POR FSE', 'PNRR'),
    operationCode: code,
    places: tags,
    targetGroups: tags,
    themes: fc.subarray([...THEMES]),
  }),
  intervention: some({
    declared: fc.array(fc.record({ label: fc.constant('TOT.'), cents }), { maxLength: 2 }),
    arrangementDesign: fc.constantFrom('', 'cabina di regia'),
  }),
}

const LINKS = fc.oneof(
  link('action', 'answers', 'need', {}),
  link('action', 'programmedUnder', 'axis', { specificObjective: fc.constantFrom('3.1', '9.9') }),
  link('fund', 'finances', 'action', {
    cents,
    years: fc.dictionary(fc.constantFrom('2024', '2025'), cents, { noNullPrototype: true }),
    axis: nameOf('axis'),
  }),
  link('action', 'enables', 'action', { reason: fc.constantFrom('', 'a fasi') }),
  link('partner', 'commits', 'action', {
    role: fc.constantFrom('insideLead', 'partner'),
    state: fc.constantFrom('proposed', 'confirmed'),
  }),
  link('action', 'complements', 'context', {}),
)

/** Boards of every sort, finished and unfinished, with codes that repeat and axes that no programme has. */
export const anyBoard: fc.Arbitrary<BoardSpec> = fc
  .record({
    cards: fc.record(
      Object.fromEntries(
        Object.entries(KINDS).flatMap(([kind, fields]) =>
          Array.from({ length: COUNT }, (_, index) => [
            `${kind}${index}`,
            (fields as fc.Arbitrary<object>).map((values) => ({ kind, ...values }) as CardSpec),
          ]),
        ),
      ),
    ),
    links: fc.array(LINKS, { maxLength: 30 }),
  })
  .map(({ cards, links }) => ({ cards, links: links.filter(upward) }))

/** An action enables only actions with a higher number: no circles, none to itself. */
const upward = ([from, kind, to]: LinkSpec): boolean => kind !== 'enables' || from < to

function nameOf(kind: string): fc.Arbitrary<string> {
  return fc.nat({ max: COUNT - 1 }).map((index) => `${kind}${index}`)
}

function link(
  from: string,
  kind: string,
  to: string,
  fields: Record<string, fc.Arbitrary<unknown>>,
): fc.Arbitrary<LinkSpec> {
  return fc
    .tuple(nameOf(from), nameOf(to), fc.record(fields, { requiredKeys: [], noNullPrototype: true }))
    .map(([a, b, values]) => [a, kind, b, values] as unknown as LinkSpec)
}
