import { LiveBoard } from '../load/live-board.ts'
import { pause, steadily } from '../load/steadily.ts'
import { Histogram } from '../measure/histogram.ts'
import { look, type Sight } from '../measure/look.ts'
import { median, spread } from '../measure/spread.ts'
import { atMost, cellsOf, NO_GOAL, type Verdict } from '../report/goal.ts'
import type { Target } from '../targets/target.ts'
import { inRounds, type Plan, type Workload } from './workload.ts'

const WRITERS = 10
const MOVES_PER_SECOND = 20
const CURSORS_PER_SECOND = 10
const CARDS = 200
const WARM_MS = 2000

/** S1: everybody at one board, all cursors moving, ten people moving cards. */
export const oneBoard: Workload = {
  name: 's1',
  about: 'one board: 10, 60 and 200 people, all cursors at 10 Hz, 10 people moving cards at 20 Hz',
  async run(plan) {
    const lastsMs = plan.isQuick ? 4000 : 10_000
    const rows: string[][] = []
    for (const people of plan.people) {
      const sights = await inRounds(plan, `S1 with ${people} people`, (target) =>
        sightOf(plan, target, people, lastsMs),
      )
      const [baseline] = sights.values()
      for (const [target, seen] of sights) rows.push(rowOf(people, target, seen, baseline ?? []))
    }
    return {
      title: 'S1 One board',
      ran: `${WRITERS} people move cards at ${MOVES_PER_SECOND} Hz, everybody's cursor moves at ${CURSORS_PER_SECOND} Hz, ${CARDS} cards; ${lastsMs / 1000} s after ${WARM_MS / 1000} s, ${plan.repeat} runs each: median (least–most). Times are from sent to received by another client.`,
      columns: [
        ...['people', 'server', 'edits p50 ms', 'p95', 'p99', 'delivered %', 'cursors p50 ms', 'p99'],
        ...['server CPU %', 'of the relay’s', 'RSS MB', 'generator CPU %', 'foreign CPU %', 'to reach', ''],
      ],
      rows,
    }
  },
}

function sightOf(plan: Plan, target: Target, people: number, lastsMs: number): Promise<Sight> {
  return plan.withServer(target, async (running) => {
    const [edits, cursors] = [new Histogram(), new Histogram()]
    const [board] = await running.makeBoards(1)
    if (!board) throw new Error('no board')
    const size = { cards: CARDS, people, writers: WRITERS }
    const live = await LiveBoard.open(running, board, size, edits, cursors)
    const streams = [
      steadily(WRITERS * MOVES_PER_SECOND, (n) => live.move(n)),
      steadily(people * CURSORS_PER_SECOND, (n) => live.point(n)),
    ]
    await pause(WARM_MS)
    const sight = await look(running, [live], edits, cursors, lastsMs)
    for (const stream of streams) stream.stop()
    live.close()
    return sight
  })
}

function rowOf(people: number, target: Target, seen: readonly Sight[], baseline: readonly Sight[]): string[] {
  const all = (of: (sight: Sight) => number, from = seen): number[] => from.map(of)
  const cpu = median(all(({ cpu }) => cpu.server))
  const relayCpu = median(all(({ cpu }) => cpu.server, baseline))
  const relayP99 = median(all(({ edits }) => edits.p99, baseline))
  return [
    String(people),
    target.name,
    spread(all(({ edits }) => edits.p50)),
    spread(all(({ edits }) => edits.p95)),
    spread(all(({ edits }) => edits.p99)),
    spread(all(({ deliveredPercent }) => deliveredPercent)),
    spread(all(({ cursors }) => cursors.p50)),
    spread(all(({ cursors }) => cursors.p99)),
    spread(all(({ cpu }) => cpu.server)),
    (cpu / relayCpu).toFixed(2),
    spread(all(({ rss }) => rss)),
    spread(all(({ cpu }) => cpu.generator)),
    spread(all(({ cpu }) => cpu.foreign)),
    ...(target.isOurs ? cellsOf(goalsOf(people, seen, relayCpu, relayP99)) : NO_GOAL),
  ]
}

function goalsOf(people: number, seen: readonly Sight[], relayCpu: number, relayP99: number): Verdict[] {
  const p99 = median(seen.map(({ edits }) => edits.p99))
  const all = [
    atMost('undelivered', Math.max(...seen.map(({ missing }) => missing)), 0, ''),
    atMost('cursors p99', median(seen.map(({ cursors }) => cursors.p99)), 75, ' ms'),
  ]
  if (people <= 10) return [atMost('p99', p99, 12, ' ms'), ...all]
  if (people > 60) return [atMost('p99', p99, 60, ' ms'), ...all]
  const cpu = median(seen.map(({ cpu }) => cpu.server))
  return [atMost('p99', p99, relayP99, ' ms'), atMost('CPU', cpu, relayCpu / 2, ' %'), ...all]
}
