import { afterEach, describe, expect, it, vi } from 'vitest'
import { Turns } from '../../../server/rooms/turns.ts'

/** Asks for a turn and resolves with how long it took to come. */
const waited = (turns: Turns): Promise<number> => {
  const fromMs = performance.now()
  return new Promise((resolve) => turns.ask(() => resolve(performance.now() - fromMs)))
}

describe('[SYNC-15] turns', () => {
  afterEach(() => void vi.useRealTimers())

  it('run once for all who ask, each once, and not for who forgot it', async () => {
    const turns = new Turns()
    const ran: string[] = []
    const one = (): void => void ran.push('one')
    const other = (): void => void ran.push('other')
    turns.ask(one)
    turns.ask(other)
    turns.ask(one)
    turns.ask(() => ran.push('forgotten'))
    const gone = (): void => void ran.push('gone')
    turns.ask(gone)
    turns.forget(gone)
    expect(ran).toEqual([])
    await waited(turns)
    expect(ran).toEqual(['one', 'other', 'forgotten'])
  })

  it('come later the more was done, but never much later', async () => {
    // A clock of the test's own: what a busy machine adds is no part of the rule.
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'setImmediate'] })
    const turns = new Turns()
    const waitedExactly = async (): Promise<number> => {
      const wait = waited(turns)
      await vi.runAllTimersAsync()
      return wait
    }
    expect(await waitedExactly()).toBe(0)
    turns.spent(5)
    expect(await waitedExactly()).toBe(20)
    turns.spent(100_000)
    turns.spent(100_000)
    expect(await waitedExactly()).toBe(40)
    // What was owed beyond that is forgiven: the next one is not later for it than for any.
    turns.spent(0)
    expect(await waitedExactly()).toBe(4)
  })
})
