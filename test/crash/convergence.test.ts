import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { House } from './convergence/house.ts'
import { play } from './convergence/program.ts'

/** Seeds that once found something; what, stands beside them. */
const FOUND: readonly number[] = []
const SEEDS = process.env['TAVOLO_SEEDS']?.split(',').map(Number) ?? [
  ...Array.from({ length: 60 }, (_, n) => n + 1),
  ...FOUND,
]

let house: House
let written = 0
beforeAll(async () => {
  // Stock clients complain in the console when they are refused, which here is what must happen.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  house = await House.open()
})
afterAll(async () => {
  await house.close()
  vi.restoreAllMocks()
})

it.concurrent.for(SEEDS)(
  '[SYNC-45] [SYNC-46] whatever five people do and the net and the server do to them, they end alike and nothing is lost (seed %i)',
  { timeout: 90_000 },
  async (seed, { expect: expectHere }) => {
    const { problems, edits } = await play(house, seed)
    expectHere(
      problems,
      `TAVOLO_SEEDS=${seed} npx vitest run --config test/vitest.config.ts test/crash/convergence.test.ts`,
    ).toEqual([])
    written += edits
  },
)

it('people wrote and the server was killed, or the seeds would prove little', () => {
  expect(written).toBeGreaterThan(60 * SEEDS.length)
  if (SEEDS.length > 50) expect(house.kills).toBeGreaterThan(10)
})
