import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merged, moved } from '../../../client/board/text-merge.ts'

describe('the caret of a shared text', () => {
  it('stays where it is when a colleague types after it', () => {
    expect(moved(3, 'cortili', 'cortili ERP')).toBe(3)
  })

  it('moves with its words when a colleague types before it', () => {
    expect(moved(7, 'cortili', 'nei cortili')).toBe(11)
    expect(moved(11, 'nei cortili', 'cortili')).toBe(7)
  })

  it('goes to the end of what replaced the words it stood in', () => {
    expect(moved(5, 'abcdefgh', 'abXgh')).toBe(3)
  })

  it('is always inside the new text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(), (before, after, at) => {
        const caret = moved(Math.min(at, before.length), before, after)
        expect(caret).toBeGreaterThanOrEqual(0)
        expect(caret).toBeLessThanOrEqual(after.length)
      }),
    )
  })
})

describe('a text that changed on both sides', () => {
  it('is what was typed when nobody else typed', () => {
    expect(merged('posto', 'un posto', 'posto')).toBe('un posto')
  })

  it('is what the others typed when nothing was typed here', () => {
    expect(merged('posto', 'posto', 'un posto')).toBe('un posto')
  })

  it('keeps both, before and after each other', () => {
    expect(merged('posto', 'un posto', 'posto nuovo')).toBe('un posto nuovo')
    expect(merged('posto', 'posto nuovo', 'un posto')).toBe('un posto nuovo')
  })

  it('keeps both where they overlap', () => {
    const both = merged('un posto vecchio', 'un luogo vecchio', 'un bel posticino vecchio')
    expect(both).toContain('luogo')
    expect(both).toContain('bel')
    expect(both.endsWith(' vecchio')).toBe(true)
  })

  it('loses nothing that either side inserted', () => {
    const word = fc.stringMatching(/^[a-z]{0,6}$/)
    const insertion = fc.record({ at: fc.nat(6), text: fc.stringMatching(/^[XYZ]{1,3}$/) })
    const other = fc.record({ at: fc.nat(6), text: fc.stringMatching(/^[123]{1,3}$/) })
    const put = (text: string, at: number, what: string): string => text.slice(0, at) + what + text.slice(at)
    fc.assert(
      fc.property(word, insertion, other, (text, mine, theirs) => {
        const both = merged(
          text,
          put(text, Math.min(mine.at, text.length), mine.text),
          put(text, Math.min(theirs.at, text.length), theirs.text),
        )
        expect([...both].sort()).toEqual([...text, ...mine.text, ...theirs.text].sort())
      }),
    )
  })
})
