import { cardsToChange, layCards } from '../load/cards.ts'
import { forEach } from '../load/in-turns.ts'
import { Person } from '../load/person.ts'
import { pause } from '../load/steadily.ts'
import { memoryOf } from '../measure/memory.ts'
import { median, spread } from '../measure/spread.ts'
import { atMost, cellsOf, NO_GOAL } from '../report/goal.ts'
import type { Running, Seat, Target } from '../targets/target.ts'
import { inRounds, type Plan, type Workload } from './workload.ts'

const BOARDS = 10
const CARDS = 1000
const SIT_AT_ONCE = 20
/** After the last thing that happened, before memory is read. */
const REST_MS = 15_000

interface Growth {
  readonly before: number
  readonly after: number
  /** Megabytes for each connection or board. */
  readonly each: number
}

/** S5: what a connection costs that says nothing, and a board that lies open. */
export const memory: Workload = {
  name: 's5',
  about: 'memory: 1,000 idle connections, 100 idle boards of 1,000 cards',
  async run(plan) {
    const [people, boards] = plan.isQuick ? [200, 20] : [1000, 100]
    const rows: string[][] = []
    for (const [target, seen] of await inRounds(plan, 'S5 connections', (target) =>
      plan.withServer(target, (running) => connections(running, people)),
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
      ran: `Connections over ${BOARDS} boards; boards of ${CARDS.toLocaleString('en-US')} cards with one idle reader each. Memory is read ${REST_MS / 1000} s after the last thing that happened, without asking for a collection; ${plan.repeat} runs each: median (least–most).`,
      columns: ['what', 'server', 'RSS before MB', 'after', 'each', 'to reach', ''],
      rows,
    }
  },
}

async function connections(running: Running, people: number): Promise<Growth> {
  const boards = await running.makeBoards(BOARDS)
  const seats = (await forEach(boards, 1, (board) => running.seats(board, people / BOARDS + 1))).flat()
  // One at each board first, so that the boards themselves are there before.
  const first = await sitAll(seats.splice(0, BOARDS))
  await pause(REST_MS)
  const before = memoryOf(running.pid).rss
  const others = await sitAll(seats)
  await pause(REST_MS)
  const after = memoryOf(running.pid).rss
  for (const { socket } of [...first, ...others]) socket.drop()
  return { before, after, each: (after - before) / others.length }
}

/** Boards that somebody filled and keeps open; then the same boards, opened by a reader after a restart. */
function openBoards(
  plan: Plan,
  target: Target,
  count: number,
): Promise<{ readonly written: Growth; readonly opened: Growth }> {
  const { update } = cardsToChange(CARDS)
  return plan.withFolder(async (folder) => {
    const { boards, written } = await plan.during(target, folder, async (running) => {
      const before = memoryOf(running.pid).rss
      const boards = await running.makeBoards(count)
      for (const board of boards) {
        const [writer, reader] = await running.seats(board, 2)
        if (!writer || !reader) throw new Error('no seats')
        await Person.sit(reader)
        await layCards(writer, update)
      }
      await pause(REST_MS)
      const after = memoryOf(running.pid).rss
      await running.stop()
      return { boards, written: { before, after, each: (after - before) / count } }
    })
    const opened = await plan.during(target, folder, async (running) => {
      const before = memoryOf(running.pid).rss
      for (const board of boards) await sitAll(await running.seats(board, 1))
      await pause(REST_MS)
      const after = memoryOf(running.pid).rss
      return { before, after, each: (after - before) / count }
    })
    return { written, opened }
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
  const each = seen.map((growth) => growth.each * per)
  return [
    what,
    target.name,
    spread(seen.map(({ before }) => before)),
    spread(seen.map(({ after }) => after)),
    `${spread(each)}${unit}`,
    ...(target.isOurs ? cellsOf([atMost('each', median(each), limit, unit)]) : NO_GOAL),
  ]
}
