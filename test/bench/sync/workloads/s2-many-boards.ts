import { forEach } from '../load/in-turns.ts'
import { LiveBoard } from '../load/live-board.ts'
import { pause, steadily } from '../load/steadily.ts'
import { Histogram } from '../measure/histogram.ts'
import { look, type Sight } from '../measure/look.ts'
import { median, spread } from '../measure/spread.ts'
import { atMost, cellsOf, NO_GOAL } from '../report/goal.ts'
import type { Target } from '../targets/target.ts'
import { inRounds, type Plan, type Workload } from './workload.ts'

const PEOPLE = 5
const WARM_MS = 2000

/** S2: many small boards, every person writing once a second. */
export const manyBoards: Workload = {
  name: 's2',
  about: '200 boards × 5 people, one edit a second each',
  async run(plan) {
    const boards = plan.isQuick ? 40 : 200
    const lastsMs = plan.isQuick ? 4000 : 10_000
    const sights = await inRounds(plan, 'S2', (target) => sightOf(plan, target, boards, lastsMs))
    const [baseline = []] = sights.values()
    return {
      title: 'S2 Many boards',
      ran: `${boards} boards × ${PEOPLE} people, one edit a second each; ${lastsMs / 1000} s after ${WARM_MS / 1000} s, ${plan.repeat} runs each: median (least–most).`,
      columns: [
        ...['server', 'edits p50 ms', 'p95', 'p99', 'edits/s', 'delivered %', 'server CPU %'],
        ...['of the relay’s', 'RSS MB', 'generator CPU %', 'foreign CPU %', 'to reach', ''],
      ],
      rows: [...sights].map(([target, seen]) => rowOf(target, seen, baseline)),
    }
  },
}

function sightOf(plan: Plan, target: Target, count: number, lastsMs: number): Promise<Sight> {
  return plan.withServer(target, async (running) => {
    const [edits, cursors] = [new Histogram(), new Histogram()]
    const boards = await running.makeBoards(count)
    const size = { cards: 20, people: PEOPLE, writers: PEOPLE }
    const lives = await forEach(boards, 4, (board) => LiveBoard.open(running, board, size, edits, cursors))
    const stream = steadily(count * PEOPLE, (n) => lives[n % count]?.move(Math.floor(n / count)))
    await pause(WARM_MS)
    const sight = await look(running, lives, edits, cursors, lastsMs)
    stream.stop()
    for (const live of lives) live.close()
    return sight
  })
}

function rowOf(target: Target, seen: readonly Sight[], baseline: readonly Sight[]): string[] {
  const all = (of: (sight: Sight) => number): number[] => seen.map(of)
  const cpu = median(all(({ cpu }) => cpu.server))
  const relayCpu = median(baseline.map(({ cpu }) => cpu.server))
  const goals = [
    atMost('p99', median(all(({ edits }) => edits.p99)), 10, ' ms'),
    atMost('CPU', cpu, 2 * relayCpu, ' %'),
    atMost('undelivered', Math.max(...all(({ missing }) => missing)), 0, ''),
  ]
  return [
    target.name,
    spread(all(({ edits }) => edits.p50)),
    spread(all(({ edits }) => edits.p95)),
    spread(all(({ edits }) => edits.p99)),
    spread(all(({ editsPerSecond }) => editsPerSecond)),
    spread(all(({ deliveredPercent }) => deliveredPercent)),
    spread(all(({ cpu }) => cpu.server)),
    (cpu / relayCpu).toFixed(2),
    spread(all(({ rss }) => rss)),
    spread(all(({ cpu }) => cpu.generator)),
    spread(all(({ cpu }) => cpu.foreign)),
    ...(target.isOurs ? cellsOf(goals) : NO_GOAL),
  ]
}
