import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wrap } from '../../../client/components/canvas/wrap.ts'

/** One unit a character. */
const measure = (text: string): number => text.length

describe('breaking a title into lines', () => {
  it('fills each line with whole words', () => {
    expect(wrap('nei cortili non c’è un posto', 12, 3, 0, measure)).toEqual([
      'nei cortili',
      'non c’è un',
      'posto',
    ])
  })

  it('ends with an ellipsis when there is more', () => {
    expect(wrap('nei cortili non c’è un posto', 12, 2, 0, measure)).toEqual(['nei cortili', 'non c’è un…'])
  })

  it('leaves room for the sign on the first line', () => {
    expect(wrap('uno due tre', 8, 3, 4, measure)).toEqual(['uno', 'due tre'])
    expect(wrap('quattro', 8, 3, 4, measure)).toEqual(['', 'quattro'])
  })

  it('cuts a word wider than a line', () => {
    expect(wrap('precipitevolissimevolmente', 10, 3, 0, measure)).toEqual([
      'precipitev',
      'olissimevo',
      'lmente',
    ])
  })

  it('ends with a word wider than a line, where words stay whole', () => {
    expect(wrap('così precipitevolissimevolmente no', 10, 3, 0, measure, true)).toEqual([
      'così',
      'precipite…',
    ])
    expect(wrap('nei cortili', 8, 3, 0, measure, true)).toEqual(['nei', 'cortili'])
  })

  it('gives nothing for an empty title', () => {
    expect(wrap('   ', 10, 3, 4, measure)).toEqual([])
  })

  it('never makes more lines than asked nor a line wider than the width', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,14}$/)),
        fc.integer({ min: 6, max: 20 }),
        (words, width) => {
          const lines = wrap(words.join(' '), width, 3, 4, measure)
          expect(lines.length).toBeLessThanOrEqual(3)
          for (const line of lines) expect(line.length).toBeLessThanOrEqual(width)
        },
      ),
    )
  })
})
