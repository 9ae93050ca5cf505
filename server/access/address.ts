import { createHmac, randomBytes } from 'node:crypto'
import { BlockList, isIP } from 'node:net'

/** The proxies whose `X-Forwarded-For` is believed. */
export type TrustedProxies = Pick<BlockList, 'check'>

/**
 * The proxies of a list as `TAVOLO_TRUSTED_PROXIES` has it: addresses and networks (`10.0.0.0/8`) with commas between.
 * Null if a word of it is neither.
 */
export function parseProxies(text: string): BlockList | null {
  const list = new BlockList()
  for (const word of text.split(',').map((one) => one.trim())) {
    if (word === '') continue
    const [address = '', bits, ...rest] = word.split('/')
    const family = familyOf(address)
    if (!family || rest.length > 0) return null
    if (bits === undefined) list.addAddress(address, family)
    else if (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 'ipv4' ? 32 : 128))
      list.addSubnet(address, Number(bits), family)
    else return null
  }
  return list
}

/**
 * Who is at the other end, to count by: a word made of the address with a secret of this process, so that no address is
 * kept anywhere. Behind trusted proxies it is the last address in `X-Forwarded-For` that is none of theirs; what anybody
 * else writes there is not looked at. Of IPv6 the first 64 bits count: one household has all the rest.
 */
export function sealedAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trusted: TrustedProxies,
): string {
  const own = plain(peer ?? '')
  const chain = isTrusted(own, trusted) ? (forwardedFor ?? '').split(',').map((one) => plain(one.trim())) : []
  const claimed = chain.reverse().find((one) => !isTrusted(one, trusted))
  const address = claimed !== undefined && isIP(claimed) ? claimed : own
  return createHmac('sha256', SEAL).update(network(address)).digest('base64url').slice(0, 16)
}

const SEAL = randomBytes(32)

/** IPv4 as it is, also where it comes in the dress of IPv6. */
const plain = (address: string): string =>
  address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '').split('%')[0] ?? ''

const familyOf = (address: string): 'ipv4' | 'ipv6' | null =>
  isIP(address) === 4 ? 'ipv4' : isIP(address) === 6 ? 'ipv6' : null

function isTrusted(address: string, trusted: TrustedProxies): boolean {
  const family = familyOf(address)
  return family !== null && trusted.check(address, family)
}

function network(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length
  return [...before, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
