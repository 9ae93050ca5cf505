import { describe, expect, it } from 'vitest'
import { CODE_INDEX, CODE_LIST_IDS, codesIn, listHas } from '../../../shared/programme/code-index.ts'
import { codeList } from '../../../shared/programme/code-lists.ts'
import { flag, listOf, optional, orNull, record, text } from '../../../shared/programme/shapes.ts'
import { PROGRAMMES } from '../../../shared/programme/programmes.ts'

const CODE_LIST = record({
  id: text,
  title: text,
  version: text,
  verified: flag,
  source: text,
  fund: optional(text),
  items: listOf(
    record({
      code: text,
      it: orNull(text),
      en: orNull(text),
      verified: flag,
      type: optional(text),
      unit: optional(orNull(text)),
      fund: optional(text),
      policy: optional(text),
      group: optional(text),
      relevant: optional(flag),
    }),
  ),
})

describe.each(CODE_LIST_IDS)('the code list %s', (id) => {
  const list = codeList(id)

  it('is sound, has a source, and names each code once in at least one language', () => {
    expect(CODE_LIST(list, [id])).toEqual([])
    const codes = list.items.map((item) => item.code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(list.items.filter((item) => item.it === null && item.en === null)).toEqual([])
  })
})

describe('the index of codes', () => {
  it('has exactly the codes of the lists, and whether each list is verified', () => {
    for (const id of CODE_LIST_IDS) {
      const { verified, items } = codeList(id)
      expect([...codesIn(id)], id).toEqual(items.map((item) => item.code))
      expect(CODE_INDEX[id].verified, id).toBe(verified)
    }
    expect(listHas('cup-categories', '05.10.103')).toBe(true)
    expect(listHas('cup-categories', '05.10.107')).toBe(false)
    expect(listHas('gender', '01')).toBe(true)
    expect(listHas('gender', '1')).toBe(false)
  })
})

describe('the code lists', () => {
  it('have as many codes as their sources', () => {
    const sizes = CODE_LIST_IDS.map((id) => [id, codeList(id).items.length])
    expect(Object.fromEntries(sizes)).toEqual({
      'specific-objectives': 36,
      'indicators-erdf': 161,
      'indicators-esfplus': 25,
      'intervention-fields': 182,
      'intervention-fields-2014-2020': 99,
      'forms-of-support': 6,
      territorial: 33,
      'economic-activities': 26,
      'secondary-themes': 10,
      gender: 3,
      'cup-types': 68,
      'cup-categories': 432,
    })
  })

  it('say of each list whether it was verified', () => {
    expect(codeList('indicators-erdf').verified).toBe(true)
    expect(codeList('intervention-fields').verified).toBe(false)
  })

  it('know every specific objective of 2021-27', () => {
    const known = new Set(codeList('specific-objectives').items.map((item) => item.code))
    const used = PROGRAMMES.filter((programme) => programme.id.endsWith('2027')).flatMap((programme) =>
      programme.axes.flatMap((axis) => axis.specificObjectives.map((one) => one.code)),
    )
    // Technical assistance has a code of its own in monitoring data, outside the list of the Regulations.
    expect(used.filter((code) => !known.has(code))).toEqual(['TA2'])
  })
})
