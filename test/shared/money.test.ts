import { describe, expect, it } from 'vitest'
import { euro, readMoney } from '../../shared/money.ts'

describe('readMoney', () => {
  it.each([
    ['1112332', 111233200],
    ['1.112.332,00', 111233200],
    ['€ 1.112.332,00', 111233200],
    ['4 M€', 400000000],
    ['0,95 M€', 95000000],
    ['2,8 M€', 280000000],
    ['600 mila', 60000000],
    ['1,2 mln', 120000000],
    ['1.200', 120000],
    ['562.500,00 €', 56250000],
    ['1.354.687,50', 135468750],
    ['1000000000 euro', 100000000000],
    ['12.5', 1250],
    ['-0,00', 0],
  ])('reads %s', (text, cents) => expect(readMoney(text)).toEqual({ ok: true, cents }))

  it.each([
    ['', 'empty'],
    ['abc', 'notANumber'],
    ['1,200.00', 'ambiguous'],
    ['1.2.3', 'ambiguous'],
    ['1,234', 'tooManyDecimals'],
    ['99999999999999', 'outOfRange'],
    ['-500', 'negative'],
    ['−1.200,00 €', 'negative'],
    ['- 4 M€', 'negative'],
  ])('asks back for %s', (text, reason) => expect(readMoney(text)).toEqual({ ok: false, reason }))
})

it('prints euros the Italian way, with the dot at four digits', () => {
  expect(euro(123450)).toBe('1.234,50\u00a0€')
  expect(euro(302951950)).toBe('3.029.519,50\u00a0€')
  expect(euro(-5)).toBe('-0,05\u00a0€')
})
