import { expect, it } from 'vitest'
import { typedChange } from '../../../shared/board/commands/edit-card.ts'

const applied = (before: string, after: string, caret?: number): string => {
  const change = typedChange(before, after, caret)
  return change
    ? before.slice(0, change.at) + change.inserted + before.slice(change.at + change.removed)
    : before
}

it('the caret says which of equal letters was written or taken away', () => {
  expect(typedChange('aaa', 'aaaa', 1)).toEqual({ at: 0, removed: 0, inserted: 'a' })
  expect(typedChange('aaa', 'aaaa', 3)).toEqual({ at: 2, removed: 0, inserted: 'a' })
  expect(typedChange('aaa', 'aa', 1)).toEqual({ at: 1, removed: 1, inserted: '' })
})

it('what replaces a marked stretch is one change', () => {
  expect(typedChange('una sala blu', 'una palestra blu', 12)).toEqual({
    at: 4,
    removed: 4,
    inserted: 'palestra',
  })
})

it.each([
  ['ciao', 'ciao a tutti', 5],
  ['ciao', 'miao', 99],
  ['abc', 'xbc', 0],
  ['👍👍', '👍', 2],
  ['👍a', '👎a', 2],
  ['', 'x', 1],
])('from %j to %j with the caret at %i the text is what was typed', (before, after, caret) => {
  expect(applied(before, after, caret)).toBe(after)
  expect(applied(before, after)).toBe(after)
})

it('never divides a character of two units', () => {
  expect(typedChange('👍', '👎', 2)).toEqual({ at: 0, removed: 2, inserted: '👎' })
})
