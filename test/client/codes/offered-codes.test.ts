import { afterEach, describe, expect, it } from 'vitest'
import { objectivesOf } from '../../../client/components/codes/objectives.ts'
import { answering, codesOfLists, offeredTo } from '../../../client/components/codes/offered-codes.ts'
import { overwriteGetLocale } from '../../../client/paraglide/runtime.js'
import { programmeById } from '../../../shared/programme/programmes.ts'

const SOCIAL = { funds: new Set(['ESF'] as const), policies: new Set(['OP4']), nature: null }
const codesFor = async (locale: 'it' | 'en') => {
  overwriteGetLocale(() => locale)
  return offeredTo(await codesOfLists(['intervention-fields']), SOCIAL)
}
afterEach(() => overwriteGetLocale(() => 'it'))

describe('looking for a code', () => {
  it('finds it by its figures, and by its words in Italian and English', async () => {
    const codes = await codesFor('it')
    const first = (query: string) => answering(query, codes, false).codes[0]?.code
    expect(first('163')).toBe('163')
    expect(first('rischio poverta')).toBe('163')
    expect(first('at risk of poverty')).toBe('163')
  })

  it('says each in the reader’s language, and in the other where there is none', async () => {
    const name = async (locale: 'it' | 'en', code: string) =>
      (await codesFor(locale)).find((one) => one.code === code)
    expect(await name('it', '163')).toMatchObject({ lang: 'it', verified: false })
    expect(await name('en', '163')).toMatchObject({ lang: 'en' })
    expect(await name('it', '001')).toMatchObject({ lang: 'en' })
  })

  it('keeps those of other funds and axes behind one line, unless nothing else answers', async () => {
    const codes = await codesFor('it')
    const narrow = answering('', codes, false)
    expect(narrow.codes.every(({ fits }) => fits)).toBe(true)
    expect(narrow.elsewhere).toBe(codes.length - codes.filter(({ fits }) => fits).length)
    expect(answering('', codes, true).elsewhere).toBe(0)
    const only = answering('126', codes, false)
    expect([only.codes[0]?.code, only.codes[0]?.fits, only.elsewhere]).toEqual(['126', false, 0])
  })

  it('counts what has no room', async () => {
    const codes = offeredTo(await codesOfLists(['cup-categories']), SOCIAL)
    const { codes: shown, unseen } = answering('', codes, false)
    expect(shown.length + unseen).toBe(432)
    expect(unseen).toBeGreaterThan(0)
  })
})

describe('the objectives of an axis', () => {
  it('come first in the words of the programme, then those of its fund', async () => {
    const axis = programmeById('pn-metro-plus-2021-2027')?.axes.find(({ code }) => code === '4')
    if (!axis) throw new Error('the pack has axis 4')
    const codes = objectivesOf(axis, await codesOfLists(['specific-objectives']))
    expect(codes.slice(0, 4).map(({ code, fits }) => [code, fits])).toEqual(
      axis.specificObjectives.map(({ code }) => [code, true]),
    )
    expect(codes.slice(4).every(({ code, fits }) => code.startsWith('ESO') && !fits)).toBe(true)
    expect(answering('social protection', codes, false).codes.map(({ code }) => code)).toContain('ESO4.11')
  })

  it('of another period are the programme’s alone', async () => {
    const axis = programmeById('pon-metro-2014-2020')?.axes[0]
    if (!axis) throw new Error('the pack has axes')
    const codes = objectivesOf(axis, await codesOfLists(['specific-objectives']))
    expect(codes).toHaveLength(axis.specificObjectives.length)
  })
})
