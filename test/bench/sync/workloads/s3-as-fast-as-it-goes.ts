import { forEach } from '../load/in-turns.ts'
import { LiveBoard } from '../load/live-board.ts'
import { pause, steadily } from '../load/steadily.ts'
import { Histogram } from '../measure/histogram.ts'
import { look, type Sight } from '../measure/look.ts'
import { median, shown, spread } from '../measure/spread.ts'
import { atLeast, cellsOf, NO_GOAL } from '../report/goal.ts'
import type { Target } from '../targets/target.ts'
import { inRounds, type Plan, type Workload } from './workload.ts'

const BOARDS = 20
const PEOPLE = 5
const FIRST = 1000
const STEP = 1.2
const LAST = 40_000
const WARM_MS = 1000
const P99_MS = 250
const DELIVERED_PERCENT = 99
/** Below this share of what was to be sent it is the generator that is at its end. */
const SENT_SHARE = 0.95

/** S3: faster and faster, until edits come late. */
export const asFastAsItGoes: Workload = {
  name: 's3',
  about: '20 boards × 5 people, faster and faster until p99 > 250 ms: edits a second that were sustained',
  async run(plan) {
    const lastsMs = plan.isQuick ? 2000 : 4000
    const sights = await inRounds(plan, 'S3', (target) => lastGood(plan, target, lastsMs))
    const [baseline = []] = sights.values()
    return {
      title: 'S3 As fast as it goes',
      ran: `${BOARDS} boards × ${PEOPLE} people; from ${shown(FIRST)} edits a second on, ${STEP} times as many every ${(WARM_MS + lastsMs) / 1000} s, until p99 > ${P99_MS} ms or less than ${DELIVERED_PERCENT} % is delivered; the last step before that (a step that fails is tried once more). ${plan.repeat} runs each: median (least–most).`,
      columns: [
        ...['server', 'sustained edits/s', 'of the relay’s', 'deliveries/s', 'p50 there, ms', 'p99'],
        ...['server CPU %', 'µs CPU/edit', 'generator CPU %', 'foreign CPU %', 'to reach', ''],
      ],
      rows: [...sights].map(([target, seen]) => rowOf(target, seen, baseline)),
    }
  },
}

function lastGood(plan: Plan, target: Target, lastsMs: number): Promise<Sight> {
  return plan.withServer(target, async (running) => {
    const [edits, cursors] = [new Histogram(), new Histogram()]
    const boards = await running.makeBoards(BOARDS)
    const size = { cards: 20, people: PEOPLE, writers: PEOPLE }
    const lives = await forEach(boards, 4, (board) => LiveBoard.open(running, board, size, edits, cursors))
    const at = async (rate: number): Promise<Sight> => {
      const stream = steadily(rate, (n) => lives[n % BOARDS]?.move(Math.floor(n / BOARDS)))
      await pause(WARM_MS)
      const sight = await look(running, lives, edits, cursors, lastsMs)
      stream.stop()
      plan.say(`  ${shown(rate)}/s: p99 ${shown(sight.edits.p99)} ms, server ${shown(sight.cpu.server)} %`)
      return sight
    }
    let good: Sight | null = null
    let rate = FIRST
    let sight = await at(rate)
    while (rate <= LAST) {
      // A step that fails is tried once more: a machine has bad moments.
      if (!isGood(sight, rate)) sight = await at(rate)
      if (!isGood(sight, rate)) break
      good = sight
      rate *= STEP
      sight = await at(rate)
    }
    for (const live of lives) live.close()
    return good ?? { ...sight, editsPerSecond: 0 }
  })
}

const isGood = ({ edits, deliveredPercent, dropped, editsPerSecond }: Sight, rate: number): boolean =>
  edits.p99 <= P99_MS &&
  deliveredPercent >= DELIVERED_PERCENT &&
  dropped === 0 &&
  editsPerSecond >= SENT_SHARE * rate

function rowOf(target: Target, seen: readonly Sight[], baseline: readonly Sight[]): string[] {
  const all = (of: (sight: Sight) => number): number[] => seen.map(of)
  const rate = median(all(({ editsPerSecond }) => editsPerSecond))
  const share = rate / median(baseline.map(({ editsPerSecond }) => editsPerSecond))
  return [
    target.name,
    spread(all(({ editsPerSecond }) => editsPerSecond)),
    share.toFixed(2),
    spread(all(({ deliveriesPerSecond }) => deliveriesPerSecond)),
    spread(all(({ edits }) => edits.p50)),
    spread(all(({ edits }) => edits.p99)),
    spread(all(({ cpu }) => cpu.server)),
    spread(all(({ cpu, editsPerSecond }) => (cpu.server * 10_000) / editsPerSecond)),
    spread(all(({ cpu }) => cpu.generator)),
    spread(all(({ cpu }) => cpu.foreign)),
    ...(target.isOurs ? cellsOf([atLeast('of the relay’s', share, 0.75, '')]) : NO_GOAL),
  ]
}
