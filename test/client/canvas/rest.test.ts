import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Rest } from '../../../client/board/rest.ts'

describe('a rest', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('comes once, so long after the last thing that happened', () => {
    const then = vi.fn()
    const rest = new Rest(400, then)
    rest.disturb()
    vi.advanceTimersByTime(300)
    rest.disturb()
    vi.advanceTimersByTime(399)
    expect(then).not.toHaveBeenCalled()
    expect(rest.isAwaited).toBe(true)
    vi.advanceTimersByTime(1)
    expect(then).toHaveBeenCalledTimes(1)
    expect(rest.isAwaited).toBe(false)
  })

  it('keeps one timer, however often something happens', () => {
    const rest = new Rest(400, () => undefined)
    for (let nth = 0; nth < 100; nth++) rest.disturb()
    expect(vi.getTimerCount()).toBe(1)
  })

  it('does not come when it was closed', () => {
    const then = vi.fn()
    const rest = new Rest(400, then)
    rest.disturb()
    rest.close()
    vi.advanceTimersByTime(1000)
    expect(then).not.toHaveBeenCalled()
  })
})
