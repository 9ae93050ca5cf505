import { describe, expect, it } from 'vitest'
import { Guesses } from '../../../server/access/guesses.ts'

describe('[SYNC-39] wrong keys', () => {
  it('slow down the address they come from, and no other', () => {
    let nowMs = 0
    const guesses = new Guesses(() => nowMs)
    for (let nth = 0; nth < 60; nth++) {
      expect(guesses.waitMs('a', `key ${nth}`)).toBe(0)
      guesses.wrong('a')
    }
    expect(guesses.waitMs('a', 'the good one, at last')).toBe(1000)
    expect(guesses.waitMs('b', 'any')).toBe(0)
    nowMs = 1000
    expect(guesses.waitMs('a', 'any')).toBe(0)
    guesses.wrong('a')
    expect(guesses.waitMs('a', 'any')).toBe(1000)
  })

  it('do not shut out the key with which the room came before', () => {
    let nowMs = 0
    const guesses = new Guesses(() => nowMs)
    guesses.right('a', 'of the room')
    for (let nth = 0; nth < 100; nth++) guesses.wrong('a')
    expect(guesses.waitMs('a', 'of the room')).toBe(0)
    expect(guesses.waitMs('b', 'of the room')).toBe(0)
    expect(guesses.waitMs('a', 'another')).toBeGreaterThan(0)
    nowMs = 13 * 3600_000
    for (let nth = 0; nth < 100; nth++) guesses.wrong('a')
    expect(guesses.waitMs('a', 'of the room')).toBeGreaterThan(0)
  })
})
