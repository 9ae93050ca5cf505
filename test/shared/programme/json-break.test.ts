import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonBreak } from '../../../shared/programme/json-break.ts'

describe('where a text stops being JSON', () => {
  it.each([
    ['{\n  "a": 1,\n  "b" 2\n}', 3, 7],
    ['{"a": x}', 1, 7],
    ['{"a": [1, 2}', 1, 12],
    ['{"a": 1,}', 1, 9],
    ['[1 2]', 1, 4],
    ['{a: 1}', 1, 2],
    ['{1: 1}', 1, 2],
    ['["una\nriga"]', 1, 6],
    ['["\\x"]', 1, 3],
    ['[01]', 1, 2],
    ['{} {}', 1, 4],
    ['{\n  "cards": {\n    "uno": {"ti', 3, 16],
    ['', 1, 1],
  ])('is told of %j', (text, line, column) => {
    expect(() => JSON.parse(text) as unknown).toThrow()
    expect(jsonBreak(text)).toEqual({ line, column })
  })

  it('is the end of what was cut short, wherever that was', () => {
    fc.assert(
      fc.property(fc.json({ depthSize: 'medium' }), fc.nat(), (whole, nth) => {
        const text = `[${whole}]`
        const cut = text.slice(0, nth % text.length)
        // Half a word or half a number that is none yet is where it broke.
        const rest = cut.length + 1 - jsonBreak(cut).column
        expect(
          rest === 0 || /^(?:[a-z]{1,4}|-|-?\d+(?:\.|\.?\d*[eE][+-]?)|\\.{0,4})$/.test(cut.slice(-rest)),
        ).toBe(true)
      }),
    )
  })

  it('is nowhere in what is JSON, whatever it holds', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(jsonBreak(text).column).toBe(text.length + 1)
      }),
    )
  })
})
