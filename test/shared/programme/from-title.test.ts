import { describe, expect, it } from 'vitest'
import { axisInTitle, fundInTitle } from '../../../shared/programme/from-title.ts'
import { aProgramme } from '../../builders/a-board.ts'

const pon = aProgramme('pon-metro-2014-2020')
const plus = aProgramme('pn-metro-plus-2021-2027')

describe('the axis a title names', () => {
  it.each([
    ['Asse 3', '3'],
    ['asse 3: servizi nelle portinerie', '3'],
    ['ASSE 4 · Infrastrutture per l’inclusione sociale', '4'],
    ['Axis 1', '1'],
    ['3', '3'],
    ['Servizi per l’inclusione sociale', '3'],
    ['Priorità 3', undefined],
    ['Asse 9', undefined],
    ['1 posto letto in più', undefined],
    ['Servizi', undefined],
    ['', undefined],
  ])('in PON Metro, «%s»', (title, code) => expect(axisInTitle(pon, title)).toBe(code))

  it('is a priority in the programme that calls it so', () => {
    expect(axisInTitle(plus, 'Priorità 1')).toBe('1')
    expect(axisInTitle(plus, 'priorita 1 agenda digitale')).toBe('1')
  })

  it('is found back in every name that the product writes itself', () => {
    for (const programme of [pon, plus])
      for (const axis of programme.axes)
        expect(axisInTitle(programme, `${programme.axisWord.it} ${axis.code} · ${axis.title}`)).toBe(
          axis.code,
        )
  })
})

describe('the fund a title names', () => {
  it.each([
    ['FESR', 'ERDF'],
    ['fse', 'ESF'],
    ['FSE+', 'ESF'],
    ['FSE Asse 3', 'ESF'],
    ['Fondi comunali 2026', 'municipal'],
    ['PON Metro, FESR e FSE', undefined],
    ['Risorse', undefined],
  ])('«%s»', (title, source) => {
    expect(fundInTitle(pon, title)).toBe(source)
    expect(fundInTitle(plus, title)).toBe(source)
  })
})
