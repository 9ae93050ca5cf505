import { describe, expect, it } from 'vitest'
import { keyInFragment, linkIn, pathOf } from '../../../client/session/board-link.ts'
import type { BoardId } from '../../../shared/ids.ts'

const KEY = '5S3qdLHfSWuXT49dp_HHElkvx2PebkB-WsxWF7JaM2g'

describe('the link of a board', () => {
  it('is read from the address of the browser', () => {
    expect(keyInFragment(`#${KEY}`)).toBe(KEY)
  })

  it('is not taken for what else may stand in a fragment', () => {
    for (const fragment of ['', '#', '#content', '#operator=abcdefghijklmnop', `#${KEY} `, KEY])
      expect(keyInFragment(fragment)).toBeNull()
  })

  it('is found in the message in which it came', () => {
    const message = `Ciao! Ci vediamo qui:\nhttps://tavolo.example.it/b/ntdvkhs5ypz3#${KEY}\nA domani, Anna`
    expect(linkIn(message)).toEqual({
      page: 'b',
      board: 'ntdvkhs5ypz3',
      key: KEY,
      origin: 'https://tavolo.example.it',
    })
  })

  it('may be without a server, for a phone, or on a port', () => {
    expect(linkIn(`/p/abc123#${KEY}`)).toMatchObject({ page: 'p', board: 'abc123', origin: null })
    expect(linkIn(`http://192.168.1.20:3000/p/abc123#${KEY}`)?.origin).toBe('http://192.168.1.20:3000')
    expect(linkIn(`tavolo.example.it/b/abc123/#${KEY}`)).toMatchObject({ board: 'abc123', key: KEY })
  })

  it('is not there when the key was cut off', () => {
    expect(linkIn('https://tavolo.example.it/b/ntdvkhs5ypz3')).toBeNull()
    expect(linkIn('https://tavolo.example.it/b/ntdvkhs5ypz3#5S3q')).toBeNull()
    expect(linkIn('')).toBeNull()
  })

  it('is written as it is read', () => {
    const path = pathOf('b', 'abc123' as BoardId, KEY)
    expect(linkIn(path)).toMatchObject({ page: 'b', board: 'abc123', key: KEY })
  })
})
