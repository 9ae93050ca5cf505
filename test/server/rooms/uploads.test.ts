import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { UPLOAD } from '../../../shared/protocol/chunks.ts'
import { Upload, UploadSpace } from '../../../server/rooms/uploads.ts'

const piece = (index: number, total: number, rest: { upload?: number; size?: number } = {}) =>
  ({
    type: 'chunk',
    upload: rest.upload ?? 1,
    index,
    total,
    bytes: new Uint8Array(rest.size ?? 3).fill(index),
  }) as const

let space: UploadSpace
let stalled: number
let upload: Upload

beforeEach(() => {
  vi.useFakeTimers()
  space = new UploadSpace()
  stalled = 0
  upload = new Upload(space, () => stalled++)
})
afterEach(() => {
  vi.useRealTimers()
})

describe('[SYNC-27] a frame in pieces', () => {
  it('is whole with the last one, in order', () => {
    expect(upload.add(piece(0, 3), 0)).toEqual({ kind: 'more' })
    expect(upload.add(piece(1, 3), 0)).toEqual({ kind: 'more' })
    expect(upload.add(piece(2, 3, { size: 1 }), 0)).toEqual({
      kind: 'whole',
      frame: Uint8Array.of(0, 0, 0, 1, 1, 1, 2),
    })
    expect(space.used).toBe(0)
    expect(upload.add(piece(0, 1, { upload: 2 }), 0).kind).toBe('whole')
  })

  it.each([
    ['one left out', [piece(0, 3), piece(2, 3)]],
    ['one twice', [piece(0, 3), piece(0, 3)]],
    ['none of a beginning', [piece(1, 3)]],
    ['two uploads at once', [piece(0, 3), piece(1, 3, { upload: 2 })]],
    ['an empty one', [piece(0, 3, { size: 0 })]],
    ['none at all', [piece(0, 0)]],
  ])('is unsound with %s', (_name, pieces) => {
    const told = pieces.map((one) => upload.add(one, 0).kind)
    expect(told.at(-1)).toBe('unsound')
    expect(space.used).toBe(0)
  })

  it('has a size, told at the first piece that is too many', () => {
    expect(upload.add(piece(0, UPLOAD.chunks + 1), 0).kind).toBe('tooLarge')
    expect(upload.add(piece(0, 2, { size: UPLOAD.bytes }), 0).kind).toBe('more')
    expect(upload.add(piece(1, 2, { size: 1 }), 0).kind).toBe('tooLarge')
    expect(space.used).toBe(0)
  })

  it('six times a minute at most', () => {
    for (let n = 0; n < 6; n++) expect(upload.add(piece(0, 1), 1000 * n).kind).toBe('whole')
    expect(upload.add(piece(0, 1), 30_000).kind).toBe('later')
    expect(upload.add(piece(0, 1), 61_001).kind).toBe('whole')
  })

  it('takes no more room than there is for all connections together', () => {
    const small = new UploadSpace(10)
    const others = Array.from({ length: 3 }, () => new Upload(small, () => undefined))
    expect(others.map((one) => one.add(piece(0, 2, { size: 4 }), 0).kind)).toEqual(['more', 'more', 'later'])
    others[0]?.stop()
    expect(others[2]?.add(piece(0, 2, { size: 4 }), 0).kind).toBe('more')
  })

  it('is given up when it stands still', () => {
    upload.add(piece(0, 2), 0)
    vi.advanceTimersByTime(59_000)
    expect(stalled).toBe(0)
    vi.advanceTimersByTime(2000)
    expect(stalled).toBe(1)
  })
})
