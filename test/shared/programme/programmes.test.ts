import { describe, expect, it } from 'vitest'
import cities from '../../../shared/programme/data/cities.json'
import ponMetro from '../../../shared/programme/data/pon-metro-2014-2020.json'
import { CHECKS } from '../../../shared/plan/checks/index.ts'
import { fundName } from '../../../shared/programme/fund-name.ts'
import { programmeNamed, sameProgramme } from '../../../shared/programme/programme-name.ts'
import { PROGRAMMES, programmeById } from '../../../shared/programme/programmes.ts'
import { cityMistakes, packMistakes } from '../../../shared/programme/check-pack.ts'
import { placeName, type Mistake } from '../../../shared/programme/shapes.ts'
import { aProgramme } from '../../builders/a-board.ts'

describe('the programme packs', () => {
  it('are PON Metro 2014-20 and PN Metro Plus 2021-27', () => {
    expect(PROGRAMMES.map((programme) => [programme.id, programme.shortTitle])).toEqual([
      ['pon-metro-2014-2020', 'PON Metro 2014-20'],
      ['pn-metro-plus-2021-2027', 'PN Metro Plus 2021-27'],
    ])
    expect(programmeById('pn-metro-plus-2021-2027')?.cci).toBe('2021IT16FFPR005')
    expect(programmeById('none')).toBe(null)
  })

  it('have 14 metropolitan cities, and 39 medium-sized ones in 2021-27', () => {
    const groups = (id: string) => {
      const all = aProgramme(id).cities
      return [all.length, all.filter((city) => city.group === 'metropolitan').length]
    }
    expect(groups('pon-metro-2014-2020')).toEqual([14, 14])
    expect(groups('pn-metro-plus-2021-2027')).toEqual([53, 14])
    expect(aProgramme().cities.find((city) => city.name === 'Milano')).toEqual({
      name: 'Milano',
      istat: '015146',
      nuts3: 'ITC4C',
      prefix: 'MI',
      prefixVerified: false,
      group: 'metropolitan',
    })
  })

  it('carry what is not verified as unverified', () => {
    for (const programme of PROGRAMMES) {
      expect(programme.period.verified).toBe(false)
      expect(programme.coFinancing?.verified).toBe(false)
      expect(programme.sources.period).toBeTruthy()
    }
    const unsure = aProgramme('pn-metro-plus-2021-2027').axes.filter((axis) => !axis.fundVerified)
    expect(unsure.map((axis) => axis.code)).toEqual(['1', '2', '3', 'AT'])
    const prefixes = aProgramme().cities.filter((city) => city.prefixVerified)
    expect(prefixes.map((city) => city.prefix)).toEqual(['NA'])
  })

  it('show titles cut by their source as cut', () => {
    const titles = aProgramme().axes.flatMap((axis) => axis.specificObjectives.map((one) => one.title))
    for (const title of titles) {
      if (title.length >= 48) expect(title).toMatch(/…$/)
      expect(title.length).toBeLessThanOrEqual(51)
    }
    expect(titles).toContain('Riduzione del numero di famiglie con particolari f…')
  })

  it('say how severe each rule is, and name no rule that is not there', () => {
    for (const programme of PROGRAMMES)
      expect(Object.keys(programme.checks)).toEqual(CHECKS.map((check) => check.id))
  })

  it('call one source of money by their own names', () => {
    const words = PROGRAMMES.map((programme) => [
      programme.axisWord.it,
      fundName(programme, 'ERDF').it,
      fundName(programme, 'ESF').it,
      fundName(programme, 'municipal').it,
    ])
    expect(words).toEqual([
      ['Asse', 'FESR', 'FSE', 'Fondi comunali'],
      ['Priorità', 'FESR', 'FSE+', 'Fondi comunali'],
    ])
  })

  it('hold the money of their axes in cents', () => {
    expect(aProgramme().axes.find((axis) => axis.code === '3')?.allocationCents).toBe(23_942_000_000)
    expect(aProgramme('pn-metro-plus-2021-2027').axes[0]?.allocationCents).toBe(null)
  })
})

describe('a name of a programme on a card', () => {
  it('is the pack of the board when it is one of its names or none', () => {
    for (const name of [undefined, '', ' pon  metro ', 'PON Metro 2014-20', 'pon-metro-2014-2020'])
      expect(programmeNamed(name, aProgramme())).toBe('pon-metro-2014-2020')
  })

  it('is another programme otherwise, whatever its case and spaces', () => {
    expect(programmeNamed(' POR  FSE ', aProgramme())).toBe('POR FSE')
    expect(sameProgramme('por fse', ' POR  FSE')).toBe(true)
    expect(sameProgramme('por fse', 'POR FESR')).toBe(false)
  })
})

describe('the shared list of cities', () => {
  it('is sound', () => {
    expect(cityMistakes(cities)).toEqual([])
  })
})

describe('a pack with mistakes', () => {
  const rules = CHECKS.map(({ id }) => id)
  const told = (mistakes: readonly Mistake[]): string[] =>
    mistakes.map(({ place, en }) => `${placeName(place)}: ${en}`)
  const broken = (change: object): string => told(packMistakes({ ...ponMetro, ...change }, rules)).join('\n')

  it('is refused with every mistake and its place', () => {
    const message = broken({
      title: '',
      verified: 'yes',
      shortTitel: 'misspelt',
      funds: [{ source: 'FESR', name: { it: 'FESR', en: 'ERDF' }, verified: true }],
      checks: { 'SE-1': 'fatal' },
    })
    expect(message.split('\n')).toEqual([
      'shortTitel: unknown key',
      'title: expected a text, got ""',
      'verified: expected true or false, got "yes"',
      'funds[0].source: expected one of ERDF, ESF, national, regional, municipal, private, thirdSector, mixed, got "FESR"',
      'checks.SE-1: expected one of error, warning, information, got "fatal"',
    ])
  })

  it('is refused when its values contradict each other', () => {
    expect(broken({ period: { start: '2023-01-01', end: '2014-01-01', verified: true } })).toContain(
      'period: starts on 2023-01-01, after its end 2014-01-01',
    )
    expect(broken({ axes: [ponMetro.axes[0], ponMetro.axes[0]] })).toContain('the code 1 occurs twice')
    expect(broken({ operationCode: { pattern: '(', example: 'x', verified: false } })).toContain(
      'no regular expression',
    )
    expect(broken({ operationCode: { pattern: '^a$', example: 'x', verified: false } })).toContain(
      'x does not fit the pattern',
    )
  })

  it('is refused when an amount, a rate or a city is wrong', () => {
    expect(broken({ axes: [{ ...ponMetro.axes[0], allocationCents: 1.5 }] })).toContain(
      'axes[0].allocationCents: expected whole euro cents, got 1.5',
    )
    expect(broken({ coFinancing: { maxEuRate: 65, verified: false } })).toContain('a number from 0 to 1')
    const [first] = cities.cities
    expect(told(cityMistakes({ ...cities, cities: [{ ...first, istat: '1272' }] }))).toEqual([
      'cities[0].istat: expected the six digits of an ISTAT code, got "1272"',
    ])
    expect(told(packMistakes(null, rules))).toEqual([': expected an object, got null'])
  })
})
