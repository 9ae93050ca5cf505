import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergedText, movedCaret, roomLeft } from '../../../client/components/ui/text-binding.ts'

describe('mergedText', () => {
  it('keeps what both typed in different places', () => {
    expect(mergedText('i cortili', 'nei cortili', 'i cortili ERP')).toBe('nei cortili ERP')
    expect(mergedText('i cortili', 'i cortili ERP', 'nei cortili')).toBe('nei cortili ERP')
  })

  it('keeps both words typed at one place', () => {
    const merged = mergedText('un posto', 'un bel posto', 'un altro posto')
    expect(merged).toContain('bel')
    expect(merged).toContain('altro')
  })

  it('keeps what one typed inside what the other took away', () =>
    expect(mergedText('uno due tre', 'uno due e mezzo tre', 'uno tre')).toBe('uno e mezzo tre'))

  it('is what the one wrote while the other did nothing', () => {
    const text = fc.string({ maxLength: 12 })
    fc.assert(
      fc.property(text, text, (base, next) => {
        expect(mergedText(base, next, base)).toBe(next)
        expect(mergedText(base, base, next)).toBe(next)
      }),
    )
  })

  it('never loses what either put in', () => {
    const place = fc.nat({ max: 6 })
    fc.assert(
      fc.property(place, place, (mineAt, theirsAt) => {
        const base = 'abcdef'
        const put = (at: number, word: string): string => base.slice(0, at) + word + base.slice(at)
        const merged = mergedText(base, put(mineAt, 'MIO'), put(theirsAt, 'LORO'))
        expect(merged).toContain('MIO')
        expect(merged).toContain('LORO')
        expect(merged.replace(/[A-Z]/g, '')).toBe(base)
      }),
    )
  })
})

describe('movedCaret', () => {
  it('stays between the same characters when somebody types before it', () =>
    expect(movedCaret(9, 'i cortili', 'nei cortili')).toBe(11))

  it('stays where it is when somebody types after it', () =>
    expect(movedCaret(1, 'i cortili', 'i cortili ERP')).toBe(1))

  it('stands at the end of what replaced the word it was in', () =>
    expect(movedCaret(6, 'uno due tre', 'uno quattro tre')).toBe(11))

  it('never leaves the text', () => {
    const text = fc.string({ maxLength: 12 })
    fc.assert(
      fc.property(text, text, fc.nat(), (before, after, n) => {
        const caret = movedCaret(n % (before.length + 1), before, after)
        expect(caret).toBeGreaterThanOrEqual(0)
        expect(caret).toBeLessThanOrEqual(after.length)
      }),
    )
  })
})

describe('roomLeft', () => {
  it('is told near the limit only, and below zero past it', () => {
    expect(roomLeft('a'.repeat(100), 200)).toBeNull()
    expect(roomLeft('a'.repeat(185), 200)).toBe(15)
    expect(roomLeft('a'.repeat(205), 200)).toBe(-5)
    expect(roomLeft('a'.repeat(9_100), 10_000)).toBe(900)
  })
})
