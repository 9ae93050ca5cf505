import { describe, expect, it } from 'vitest'
import { Reader } from '../../../server/rooms/reader.ts'

const KB = 1024

function readerOf(bytes: number) {
  const line = { bytes }
  return { line, reader: new Reader({ bufferedBytes: () => line.bytes }) }
}

describe('[SYNC-17] what a slow reader is spared', () => {
  it.each([
    [0, { isQuick: true, isBehind: false, isStuck: false, isDrained: true }],
    [257 * KB, { isQuick: false, isBehind: false, isStuck: false, isDrained: false }],
    [1025 * KB, { isQuick: false, isBehind: true, isStuck: false, isDrained: false }],
    [4097 * KB, { isQuick: false, isBehind: true, isStuck: true, isDrained: false }],
  ])('with %i bytes unread', (bytes, state) => {
    const { reader } = readerOf(bytes)
    expect(reader).toMatchObject(state)
  })

  it('a large board that it was sent does not count against it, until it has read it', () => {
    const { line, reader } = readerOf(0)
    reader.allow(6000 * KB)
    line.bytes = 6000 * KB
    expect(reader.isStuck).toBe(false)
    line.bytes = 0
    reader.allow(1)
    line.bytes = 4100 * KB
    expect(reader.isStuck).toBe(true)
  })

  it('gives up after half a minute, later if much waits for it', () => {
    const { line, reader } = readerOf(0)
    expect(reader.hasGivenUp(1e9)).toBe(false)
    reader.lag = { stateVector: new Uint8Array(), sinceMs: 1000 }
    expect(reader.hasGivenUp(31_000)).toBe(false)
    expect(reader.hasGivenUp(31_001)).toBe(true)
    line.bytes = 32_000
    expect(reader.hasGivenUp(31_001)).toBe(false)
    expect(reader.hasGivenUp(32_001)).toBe(true)
  })
})
