import { describe, expect, it } from 'vitest'
import { parseProxies, sealedAddress, type TrustedProxies } from '../../../server/access/address.ts'

const proxies = (text: string): TrustedProxies => {
  const list = parseProxies(text)
  if (!list) throw new Error(text)
  return list
}
const nobody = proxies('')

describe('[SYNC-38] where a request comes from', () => {
  it('is the peer, whatever it writes about others, unless it is a proxy of ours', () => {
    const peer = sealedAddress('203.0.113.7', undefined, nobody)
    expect(sealedAddress('203.0.113.7', '198.51.100.1', nobody)).toBe(peer)
    expect(sealedAddress('::ffff:203.0.113.7', undefined, nobody)).toBe(peer)
    expect(sealedAddress('203.0.113.8', undefined, nobody)).not.toBe(peer)
  })

  it('behind our proxies is the last address that is none of theirs', () => {
    const trusted = proxies('127.0.0.1, 10.0.0.0/8, ::1')
    const phone = sealedAddress('203.0.113.7', undefined, nobody)
    expect(sealedAddress('127.0.0.1', '203.0.113.7', trusted)).toBe(phone)
    expect(sealedAddress('::ffff:10.1.2.3', '198.51.100.1, 203.0.113.7, 10.9.9.9', trusted)).toBe(phone)
    expect(sealedAddress('127.0.0.1', 'unknown', trusted)).toBe(sealedAddress('127.0.0.1', undefined, nobody))
    expect(sealedAddress('127.0.0.1', undefined, trusted)).toBe(sealedAddress('127.0.0.1', undefined, nobody))
  })

  it('counts a household of IPv6 as one', () => {
    const one = sealedAddress('2001:db8:1:2::5', undefined, nobody)
    expect(sealedAddress('2001:DB8:1:2:aaaa:bbbb:cccc:dddd', undefined, nobody)).toBe(one)
    expect(sealedAddress('2001:db8:1:3::5', undefined, nobody)).not.toBe(one)
  })

  it('cannot be read back', () => {
    expect(sealedAddress('203.0.113.7', undefined, nobody)).toMatch(/^[A-Za-z0-9_-]{16}$/)
  })
})

it.each(['tavolo.it', '10.0.0.0/33', '10.0.0.0/', '1.2.3.4/8/9', '::1/129'])('%s names no proxy', (text) => {
  expect(parseProxies(text)).toBeNull()
})
