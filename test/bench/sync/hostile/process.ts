import type { Seat } from '../targets/target.ts'
import { Attacker } from './attacker.ts'
import { ATTACKS } from './attacks.ts'

/** Which attack is wanted, where, and who else is there. */
export interface Order {
  readonly attack: number
  readonly seat: Seat
  readonly others: readonly number[]
}

const LIMIT_MS = 12_000

// Attacks cost their sender a lot: in a process of their own they do not slow the honest clients down.
process.on('message', ({ attack, seat, others }: Order) => {
  const by = new Attacker(seat)
  const [, run] = ATTACKS[attack] ?? []
  const late = new Promise((resolve) => setTimeout(resolve, LIMIT_MS).unref())
  // What fails because the server refuses is what is hoped for.
  void Promise.race([run?.(by, others).catch(() => undefined), late]).then(async () => {
    // What was written last is given a moment to arrive.
    await new Promise((resolve) => setTimeout(resolve, 300))
    by.leave()
    process.send?.('done')
  })
})
process.on('disconnect', () => process.exit())
