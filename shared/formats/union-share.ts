import type { Cents } from '../money.ts'

/** The Union's part of an amount, by whole cents: a share has at most six decimals. */
export function unionPart(cents: Cents, euRate: number): Cents {
  const millionths = BigInt(Math.round(euRate * 1_000_000))
  const part = BigInt(cents) * millionths
  const half = part < 0n ? -500_000n : 500_000n
  return Number((part + half) / 1_000_000n)
}
