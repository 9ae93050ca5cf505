import fc from 'fast-check'
import { expect, it } from 'vitest'
import { THEMES, type Theme } from '../../../../shared/board/card.ts'
import { policiesByPlace } from '../../../../shared/plan/policies.ts'
import { targetByPlace } from '../../../../shared/plan/views/target-by-place.ts'
import { aBoard, type BoardSpec, type CardSpec, type LinkSpec } from '../../../builders/a-board.ts'

const PLACES = Array.from({ length: 10 }, (_, n) => `Quartiere ${n}`)
const TARGETS = Array.from({ length: 10 }, (_, n) => `Gruppo ${n}`)

/** What stands in one quarter for one group: a few cards, some of them linked. */
const PLOTS = {
  nothing: { kinds: [], links: [] },
  gap: { kinds: ['need'], links: [] },
  answered: { kinds: ['need', 'action'], links: [[1, 'answers', 0]] },
  apart: { kinds: ['action', 'action', 'need'], links: [[0, 'answers', 2]] },
  beside: { kinds: ['action', 'context'], links: [] },
  joined: {
    kinds: ['action', 'action', 'context'],
    links: [
      [0, 'complements', 1],
      [1, 'complements', 2],
    ],
  },
  running: { kinds: ['context', 'context', 'need'], links: [] },
} as const
type Plot = keyof typeof PLOTS
const OVERLAPS: readonly Plot[] = ['apart', 'beside']
const GAPS: readonly Plot[] = ['gap', 'running']

const aCity = fc.array(fc.constantFrom(...(Object.keys(PLOTS) as Plot[])), {
  minLength: PLACES.length * TARGETS.length,
  maxLength: PLACES.length * TARGETS.length,
})

function boardOf(city: readonly Plot[]): BoardSpec {
  const cards: Record<string, CardSpec> = {}
  const links: LinkSpec[] = []
  city.forEach((plot, at) => {
    const tags = { places: [placeOf(at)], targetGroups: [targetOf(at)] }
    PLOTS[plot].kinds.forEach((kind, n) => (cards[`${at}-${n}`] = { kind, ...tags }))
    for (const [from, kind, to] of PLOTS[plot].links) links.push([`${at}-${from}`, kind, `${at}-${to}`])
  })
  return { cards, links }
}
const placeOf = (at: number): string => PLACES[at % PLACES.length] ?? ''
const targetOf = (at: number): string => TARGETS[Math.floor(at / PLACES.length)] ?? ''
const planted = (city: readonly Plot[], wanted: readonly Plot[]): string[] =>
  city.flatMap((plot, at) => (wanted.includes(plot) ? [`${placeOf(at)} ${targetOf(at)}`] : [])).sort()

it('[M3] [CMP-1] every planted overlap and gap of a city of some 200 cards is found, and nothing else', () => {
  fc.assert(
    fc.property(aCity, (city) => {
      const plan = aBoard(boardOf(city)).plan()
      const cells = targetByPlace(plan).lines.flatMap(({ target, cells: line }) =>
        line.map((cell) => ({ ...cell, name: `${cell.place ?? ''} ${target ?? ''}` })),
      )
      const found = (is: (cell: (typeof cells)[number]) => boolean): string[] =>
        cells
          .filter(is)
          .map(({ name }) => name)
          .sort()
      expect(found(({ apart }) => apart.length > 0)).toEqual(planted(city, OVERLAPS))
      expect(found(({ gap }) => gap)).toEqual(planted(city, GAPS))
      const told = plan.findings.filter(({ rule, verdict }) => rule === 'CMP-1' && verdict === 'fails')
      expect(told).toHaveLength(planted(city, OVERLAPS).length)
    }),
    { numRuns: 6 },
  )
})

/** The policies that each quarter's first card says, if anybody works there at all. */
const policies = fc.array(fc.subarray([...THEMES]), { minLength: PLACES.length, maxLength: PLACES.length })

it('[M3] [CMP-2] of each quarter of that city the three named pairs are told present or absent as they were planted', () => {
  fc.assert(
    fc.property(aCity, policies, (city, planted) => {
      const { cards = {}, links = [] } = boardOf(city)
      const spoken = new Map<string, readonly Theme[]>()
      for (const card of Object.values(cards)) {
        const [place = ''] = ('places' in card && card.places) || []
        const themes = planted[PLACES.indexOf(place)] ?? []
        if ((card.kind !== 'action' && card.kind !== 'context') || spoken.has(place) || themes.length === 0)
          continue
        Object.assign(card, { themes })
        spoken.set(place, themes)
      }
      const plan = aBoard({ cards, links }).plan()
      const expected = [...spoken].map(([place, themes]) => [
        place,
        themes.includes('social') ? THEMES.filter((one) => one !== 'social' && themes.includes(one)) : [],
      ])
      const told = policiesByPlace(plan).map(({ place, present }) => [place, present])
      expect(Object.fromEntries(told)).toEqual(Object.fromEntries(expected))
      const complete = expected.filter(([, present]) => present?.length === 3).length
      const found = plan.findings.filter(({ rule }) => rule === 'CMP-2')
      expect(found).toHaveLength(spoken.size)
      expect(found.filter(({ verdict }) => verdict === 'holds')).toHaveLength(complete)
    }),
    { numRuns: 6 },
  )
})
