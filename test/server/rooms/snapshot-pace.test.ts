import { describe, expect, it } from 'vitest'
import { SnapshotPace } from '../../../server/rooms/snapshot-pace.ts'

const MIB = 1024 * 1024
const paceOf = (snapshot: number): SnapshotPace =>
  new SnapshotPace({ sizes: { snapshot, tail: 0, records: 0 } })

describe('[SYNC-14] whether a board is full', () => {
  it('is guessed from its records, until there are enough for a snapshot to say it', () => {
    const pace = paceOf(15 * MIB)
    for (let mib = 0; mib < 5; mib++) expect(pace.add(MIB)).toBe(false)
    expect(pace.isFull).toBe(false)
    expect(pace.add(1)).toBe(true)
    expect(pace.isFull).toBe(true)
    // Most of it was said and taken back.
    pace.taken(15.2 * MIB)
    expect(pace.isFull).toBe(false)
  })

  it('asks for no snapshot after each edit of one that is full', () => {
    const pace = paceOf(21 * MIB)
    expect(pace.isFull).toBe(true)
    expect(pace.add(100)).toBe(false)
    expect(pace.add(MIB)).toBe(true)
  })
})
