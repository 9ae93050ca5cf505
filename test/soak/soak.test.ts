import { afterAll, expect, it } from 'vitest'
import { House } from '../crash/convergence/house.ts'
import { play } from '../crash/convergence/program.ts'
import { killRounds } from '../crash/kills/kill-rounds.ts'
import { memoryRounds } from './memory.ts'

/** `npm run soak`: as many seeds and kills as asked for, until the first failure or the end of the time. */
const asked = (name: string, usual: number): number => Number(process.env[`TAVOLO_SOAK_${name}`] ?? usual)
const SEEDS = asked('SEEDS', 2000)
const FROM = asked('FROM', 1)
const KILLS = asked('KILLS', 1000)
const BOARDS = asked('BOARDS', 3000)
const end = performance.now() + asked('MINUTES', 120) * 60_000
const AT_ONCE = 4
const KILLS_A_FOLDER = 35
const FOREVER = 24 * 3600_000

const lines: string[] = []
afterAll(() => {
  process.stdout.write(`\n| what | how many |\n| --- | ---: |\n${lines.join('\n')}\n`)
})
const tell = (what: string, count: number | string): void => void lines.push(`| ${what} | ${count} |`)
const isTime = (): boolean => performance.now() < end

it.runIf(SEEDS > 0)('seeds', { timeout: FOREVER }, async () => {
  const house = await House.open()
  const sum = { seeds: 0, edits: 0, faults: 0, barred: 0 }
  const failed: string[] = []
  let next = FROM
  const work = async (): Promise<void> => {
    while (next < FROM + SEEDS && failed.length === 0 && isTime()) {
      const { seed, problems, ...figures } = await play(house, next++)
      sum.seeds++
      sum.edits += figures.edits
      sum.faults += figures.faults
      sum.barred += figures.barred
      failed.push(...problems.map((problem) => `npm run soak -- --seeds 1 --from ${seed}: ${problem}`))
      if (problems.length > 0) process.stderr.write(`seed ${seed}: ${problems.join('\n')}\n`)
      if (sum.seeds % 100 === 0) process.stderr.write(`${sum.seeds} seeds\n`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  const kills = house.kills
  await house.close()
  tell('seeds', sum.seeds)
  tell('edits of five people', sum.edits)
  tell('faults: lines cut or frozen, people gone, rights changed', sum.faults)
  tell('restarts of the server under them', kills)
  tell('refusals of people whose right was taken away', sum.barred)
  tell('divergence, losses, other refusals', failed.length)
  expect(failed).toEqual([])
})

it.runIf(KILLS > 0)('kills', { timeout: FOREVER }, async () => {
  const hits: Record<string, number> = {}
  const sum = { kills: 0, written: 0, promised: 0 }
  const failed: string[] = []
  for (let seed = FROM; sum.kills < KILLS && failed.length === 0 && isTime(); seed++) {
    const part = await killRounds(Math.min(KILLS_A_FOLDER, KILLS - sum.kills), seed)
    sum.kills += part.kills
    sum.written += part.written
    sum.promised += part.promised
    for (const [aim, hit] of Object.entries(part.hits)) hits[aim] = (hits[aim] ?? 0) + hit
    failed.push(...part.problems.map((problem) => `--kills ${KILLS_A_FOLDER} --from ${seed}: ${problem}`))
    process.stderr.write(
      `${sum.kills} kills, ${Math.round(process.memoryUsage().heapUsed / 1e6)} MB in this process\n`,
    )
  }
  tell('SIGKILL', sum.kills)
  for (const [aim, hit] of Object.entries(hits))
    if (aim !== 'anything') tell(`— in the middle of: ${aim}`, hit)
  tell('cards written meanwhile', sum.written)
  tell('promises that had to hold', sum.promised)
  tell('broken', failed.length)
  expect(failed).toEqual([])
})

it.runIf(BOARDS > 0)('memory', { timeout: FOREVER }, async () => {
  const { boards, connections, slopeKb, rssMb } = await memoryRounds(BOARDS, isTime)
  tell('boards opened and let go', boards)
  tell('connections opened and closed', connections)
  tell('memory of the server at each tenth, MB', rssMb.join(' '))
  tell('growth over the second half, kB a board', slopeKb.toFixed(2))
  expect(slopeKb).toBeLessThan(4)
})
