import { describe, expect, it } from 'vitest'
import {
  answering,
  isNothing,
  NOTHING,
  readChosen,
  toggled,
  type Chosen,
} from '../../../client/find/chosen.ts'
import { facetsOf, type Facet } from '../../../client/find/facets.ts'
import type { CardId } from '../../../shared/ids.ts'
import { calls } from '../../../shared/plan/tone.ts'
import { aBoard } from '../../builders/a-board.ts'

const built = aBoard({
  cards: {
    need: { kind: 'need', places: ['Lorenteggio'], targetGroups: ['Giovani'] },
    works: { kind: 'action', nature: 'material', places: ['Corvetto'] },
    services: { kind: 'action', targetGroups: ['Anziani'], intervention: 'frame' },
    frame: { kind: 'intervention' },
    places: { kind: 'axis', title: 'Asse 4', axis: '4' },
    unnamed: { kind: 'axis', title: 'Un asse senza codice' },
    erdf: { kind: 'fund', title: 'FESR', fund: 'ERDF' },
    coop: { kind: 'partner', title: 'Coop. La Strada' },
    note: { kind: 'note' },
  },
  links: [
    ['works', 'answers', 'need'],
    ['works', 'programmedUnder', 'places'],
    ['services', 'programmedUnder', 'unnamed'],
    ['erdf', 'finances', 'works', { cents: 100 }],
    ['coop', 'commits', 'services'],
  ],
})
const plan = built.plan()
const facets = facetsOf({
  cards: built.board().cards.values(),
  plan,
  authorOf: (id) => (id === 'need' ? 'Anna · Coop. La Strada' : ''),
  failingOf: (id) => plan.findings.filter((one) => calls(one) && one.cards.includes(id)),
})
const chosen = (...values: (readonly [Facet, string])[]): Chosen =>
  values.reduce((so, [facet, value]) => toggled(so, facet, value), NOTHING)
const found = (what: Chosen, saysWords = () => true): string[] =>
  [...answering(what, facets, saysWords)].sort()

describe('filters', () => {
  it('by axis find the axis with what is joined to it through actions', () => {
    expect(found(chosen(['axis', '4']))).toEqual(['erdf', 'need', 'places', 'works'])
    expect(found(chosen(['axis', 'unnamed']))).toEqual(['coop', 'frame', 'services', 'unnamed'])
  })

  it('by fund find what it pays for', () =>
    expect(found(chosen(['fund', 'erdf']))).toEqual(['erdf', 'need', 'places', 'works']))

  it('by place and target group ask the card and its actions', () => {
    expect(found(chosen(['place', 'Corvetto']))).toEqual(['erdf', 'need', 'places', 'works'])
    expect(found(chosen(['target', 'Giovani']))).toEqual(['need'])
  })

  it('by author and kind ask the card', () => {
    expect(found(chosen(['author', 'Anna · Coop. La Strada']))).toEqual(['need'])
    expect(found(chosen(['kind', 'note']))).toEqual(['note'])
  })

  it('by finding ask the rules that call', () => {
    const [rule] = facets.get('works' as CardId)?.finding ?? []
    expect(rule).toBeDefined()
    expect(found(chosen(['finding', rule ?? '']))).toContain('works')
  })

  it('take any value of a facet, and all facets together', () => {
    expect(found(chosen(['kind', 'need'], ['kind', 'note']))).toEqual(['need', 'note'])
    expect(found(chosen(['kind', 'need'], ['axis', '4']))).toEqual(['need'])
    expect(found(chosen(['kind', 'note'], ['axis', '4']))).toEqual([])
  })

  it('ask for words besides', () => {
    expect(found({ ...NOTHING, words: 'portinerie' }, () => false)).toEqual([])
    expect(found({ ...chosen(['kind', 'note']), words: 'x' })).toEqual(['note'])
  })

  it('come off as they went on', () => {
    expect(isNothing(toggled(chosen(['axis', '4']), 'axis', '4'))).toBe(true)
    expect(isNothing({ ...NOTHING, words: '  ' })).toBe(true)
  })
})

describe('filters kept in a browser', () => {
  it('are read back', () => {
    const before = { ...chosen(['kind', 'need'], ['place', 'Corvetto']), words: 'spazi' }
    expect(readChosen(JSON.parse(JSON.stringify(before)))).toEqual(before)
  })

  it('are nothing when something else stands there', () => {
    for (const odd of [null, 7, 'x', [], { values: 3 }, { values: { kind: [1, {}] }, words: 5 }])
      expect(readChosen(odd)).toEqual(NOTHING)
  })
})
