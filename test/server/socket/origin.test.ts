import { describe, expect, it } from 'vitest'
import { isOwnOrigin } from '../../../server/socket/origin.ts'
import { readOffer, selectProtocol } from '../../../server/socket/subprotocols.ts'

const PLAIN = { publicUrl: undefined, devOrigin: false }

describe('isOwnOrigin', () => {
  it.each([
    [undefined, 'tavolo.it', PLAIN, true],
    ['http://192.168.1.5:3000', '192.168.1.5:3000', PLAIN, true],
    ['https://tavolo.it', 'tavolo.it', PLAIN, true],
    ['https://Tavolo.it', 'TAVOLO.it', PLAIN, true],
    ['https://altro.it', 'tavolo.it', PLAIN, false],
    ['https://tavolo.it.altro.it', 'tavolo.it', PLAIN, false],
    ['http://tavolo.it:81', 'tavolo.it', PLAIN, false],
    ['null', 'tavolo.it', PLAIN, false],
    ['file:///tavolo.it', 'tavolo.it', PLAIN, false],
    ['https://tavolo.it', '127.0.0.1:3000', { ...PLAIN, publicUrl: 'https://tavolo.it' }, true],
    ['http://localhost:5173', '127.0.0.1:3001', PLAIN, false],
    ['http://localhost:5173', '127.0.0.1:3001', { ...PLAIN, devOrigin: true }, true],
    ['http://altro.it:5173', '127.0.0.1:3001', { ...PLAIN, devOrigin: true }, false],
  ])('%s at %s, %j: %s', (origin, host, config, expected) => {
    expect(isOwnOrigin(origin, host, config)).toBe(expected)
  })
})

describe('what a client offers', () => {
  it('is read from the header, and the server selects tavolo alone', () => {
    expect(readOffer('tavolo, key.abc_-1, who.xyz')).toEqual({
      speaksTavolo: true,
      key: 'abc_-1',
      token: 'xyz',
    })
    expect(readOffer(undefined)).toEqual({ speaksTavolo: false, key: null, token: null })
    expect(readOffer('key., who.')).toEqual({ speaksTavolo: false, key: null, token: null })
    expect(selectProtocol(new Set(['key.abc', 'tavolo']))).toBe('tavolo')
    expect(selectProtocol(new Set(['key.abc']))).toBe(false)
  })
})
