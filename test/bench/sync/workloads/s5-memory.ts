import { cardsToChange, layCards } from '../load/cards.ts'
import { forEach } from '../load/in-turns.ts'
import { Person } from '../load/person.ts'
import { pause } from '../load/steadily.ts'
import { collected, COLLECTING } from '../measure/collected.ts'
import { memoryOf } from '../measure/memory.ts'
import { median, spread } from '../measure/spread.ts'
import { atMost, cellsOf, NO_GOAL } from '../report/goal.ts'
import type { Running, Seat, Target } from '../targets/target.ts'
import { inRounds, type Plan, type Workload } from './workload.ts'

const BOARDS = 10
const CARDS = 1000
const SIT_AT_ONCE = 20
/** After the last thing that happened, before memory is read. */
const REST_MS = 10_000

/** Memory, in megabytes, before and after something came that stays. */
interface Growth {
  readonly before: number
  /** As the server left it. */
  readonly after: number
  /** After forced collections, as `before` is. */
  readonly collected: number
  /** How many came. */
  readonly count: number
}

/** S5: what a connection costs that says nothing, and a board that lies open. */
export const memory: Workload = {
  name: 's5',
  about: 'memory: 1,000 idle connections, 100 idle boards of 1,000 cards',
  async run(plan) {
    const [people, boards] = plan.isQuick ? [200, 20] : [1000, 100]
    const rows: string[][] = []
    for (const [target, seen] of await inRounds(plan, 'S5 connections', (target) =>
      plan.withFolder((folder) =>
        plan.during(target, folder, (running) => connections(running, people), COLLECTING),
      ),
    ))
      rows.push(rowOf(`${people} idle connections`, target, seen, { limit: 16, per: 1024, unit: ' kB' }))
    const kept = { ...plan, targets: plan.targets.filter(({ keeps }) => keeps) }
    const lying = await inRounds(kept, 'S5 boards', (target) => openBoards(plan, target, boards))
    for (const [target, seen] of lying) {
      const goal = { limit: 1.5, per: 1, unit: ' MB' }
      rows.push(
        rowOf(
          `${boards} idle boards, just written`,
          target,
          seen.map(({ written }) => written),
          goal,
        ),
      )
      rows.push(
        rowOf(
          `${boards} idle boards, opened after a restart`,
          target,
          seen.map(({ opened }) => opened),
          goal,
        ),
      )
    }
    return {
      title: 'S5 Memory',
      ran: `Connections over ${BOARDS} boards; boards of ${CARDS.toLocaleString('en-US')} cards with one idle reader each. Memory is read ${REST_MS / 1000} s after the last thing that happened, then again ten seconds later, after five forced collections a second apart; each is over the memory before, which is after as many; ${plan.repeat} runs each: median (least–most).`,
      columns: ['what', 'server', 'RSS before MB', 'after', 'each', 'collected', 'each', 'to reach', ''],
      rows,
    }
  },
}

async function connections(running: Running, people: number): Promise<Growth> {
  const boards = await running.makeBoards(BOARDS)
  const seats = (await forEach(boards, 1, (board) => running.seats(board, people / BOARDS + 1))).flat()
  // One at each board first, so that the boards themselves are there before.
  const first = await sitAll(seats.splice(0, BOARDS))
  const before = await collected(running)
  const others = await sitAll(seats)
  const growth = await growthSince(running, before, others.length)
  for (const { socket } of [...first, ...others]) socket.drop()
  return growth
}

async function growthSince(running: Running, before: number, count: number): Promise<Growth> {
  await pause(REST_MS)
  const after = memoryOf(running.pid).rss
  return { before, after, collected: await collected(running), count }
}

/** Boards that somebody filled and keeps open; then the same boards, opened by a reader after a restart. */
function openBoards(
  plan: Plan,
  target: Target,
  count: number,
): Promise<{ readonly written: Growth; readonly opened: Growth }> {
  const { update } = cardsToChange(CARDS)
  return plan.withFolder(async (folder) => {
    const made = async (running: Running) => {
      const before = await collected(running)
      const boards = await running.makeBoards(count)
      for (const board of boards) {
        const [writer, reader] = await running.seats(board, 2)
        if (!writer || !reader) throw new Error('no seats')
        await Person.sit(reader)
        await layCards(writer, update)
      }
      const written = await growthSince(running, before, count)
      await running.stop()
      return { boards, written }
    }
    const { boards, written } = await plan.during(target, folder, made, COLLECTING)
    const reopened = async (running: Running) => {
      const before = await collected(running)
      for (const board of boards) await sitAll(await running.seats(board, 1))
      return growthSince(running, before, count)
    }
    return { written, opened: await plan.during(target, folder, reopened, COLLECTING) }
  })
}

const sitAll = (seats: readonly Seat[]): Promise<Person[]> =>
  forEach(seats, SIT_AT_ONCE, (seat) => Person.sit(seat))

function rowOf(
  what: string,
  target: Target,
  seen: readonly Growth[],
  { limit, per, unit }: { readonly limit: number; readonly per: number; readonly unit: string },
): string[] {
  const each = (of: (growth: Growth) => number): number[] =>
    seen.map((growth) => ((of(growth) - growth.before) * per) / growth.count)
  const eachCollected = each((growth) => growth.collected)
  return [
    what,
    target.name,
    spread(seen.map(({ before }) => before)),
    spread(seen.map(({ after }) => after)),
    `${spread(each(({ after }) => after))}${unit}`,
    spread(seen.map((growth) => growth.collected)),
    `${spread(eachCollected)}${unit}`,
    ...(target.isOurs ? cellsOf([atMost('each', median(eachCollected), limit, unit)]) : NO_GOAL),
  ]
}
