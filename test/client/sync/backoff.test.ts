import { describe, expect, it } from 'vitest'
import { askedWait, waitBefore } from '../../../client/sync/backoff.ts'
import { CLOSE } from '../../../shared/protocol/close-codes.ts'

describe('[SYNC-30] the wait before the next attempt to connect', () => {
  it('grows with every attempt, up to ten seconds', () => {
    const longest = [1, 2, 3, 4, 5, 6, 50].map((attempt) => waitBefore(attempt, 1006, 0.999999))
    expect(longest).toEqual([1000, 2000, 4000, 8000, 10_000, 10_000, 10_000])
  })

  it('is spread, so that many who lost one server come back over a while and never at once', () => {
    const waits = Array.from({ length: 60 }, (_, n) => waitBefore(1, CLOSE.overloaded, n / 60))
    expect(Math.min(...waits)).toBe(1200)
    expect(Math.max(...waits)).toBeGreaterThan(3900)
    expect(new Set(waits).size).toBe(60)
  })

  it('is longer when the server asked for time', () => {
    for (const code of [CLOSE.overloaded, CLOSE.tooFast])
      expect(waitBefore(1, code, 0)).toBeGreaterThan(waitBefore(1, null, 0.999999))
  })

  it('is the one that a stopping server gave, within reason', () => {
    expect(askedWait('7321')).toBe(7321)
    expect(askedWait('12')).toBe(1000)
    expect(askedWait('99999')).toBe(10_000)
    for (const nothing of ['', '-5', 'domani', '1e9', '123456']) expect(askedWait(nothing)).toBeNull()
  })
})
