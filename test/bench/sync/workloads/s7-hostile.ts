import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { ATTACKS } from '../hostile/attacks.ts'
import type { Order } from '../hostile/process.ts'
import { LiveBoard } from '../load/live-board.ts'
import { pause, steadily } from '../load/steadily.ts'
import { Histogram } from '../measure/histogram.ts'
import { memoryOf, watchMemory } from '../measure/memory.ts'
import { shown } from '../measure/spread.ts'
import { atMost, cellsOf } from '../report/goal.ts'
import type { Running, Target } from '../targets/target.ts'
import type { Plan, Workload } from './workload.ts'

const HOSTILE = fileURLToPath(new URL('./hostile.js', import.meta.url))
const COLLECTING = ['--expose-gc', '--import', new URL('./collect.js', import.meta.url).href]
const HONEST = 4
const MOVES_PER_SECOND = 40
/** For what is still on its way when an attack is over. */
const AFTER_MS = 1000
const STUCK_MS = 10_000
const COLLECTED_MS = 10_000

interface Outcome {
  /** The longest time an honest edit took to reach somebody else; Infinity when it never did. */
  readonly stallMs: number
  readonly growth: number
  readonly crashed: boolean
  readonly dropped: number
}

/** S7: hostile inputs beside honest clients of the same board. */
export const hostile: Workload = {
  name: 's7',
  about: `${ATTACKS.length} hostile inputs beside honest clients: crashes, stalls, memory`,
  async run(plan) {
    const outcomes = new Map<Target, { readonly each: readonly Outcome[]; readonly left: number }>()
    for (const target of plan.targets) outcomes.set(target, await beset(plan, target))
    const worst = (each: readonly Outcome[]): number => Math.max(...each.map(({ stallMs }) => stallMs))
    const summary = [...outcomes].map(([target, { each, left }]) => {
      const crashes = each.filter(({ crashed }) => crashed).length
      const dropped = each.filter(({ crashed, dropped }) => dropped > 0 && !crashed).length
      const goals = [
        atMost('crashes', crashes, 0, ''),
        atMost('honest dropped', dropped, 0, ''),
        atMost('longest stall', worst(each), 250, ' ms'),
        atMost('memory left', left, 16, ' MB'),
      ]
      const [goal, verdict] = target.isOurs ? cellsOf(goals) : ['', '']
      return [
        `**all**, ${target.name}: ${crashes} crashes, ${dropped} with honest clients dropped, longest stall ${stall(worst(each))}, ${shown(left)} MB left${goal && `; to reach: ${goal}: ${verdict}`}`,
      ]
    })
    return {
      title: 'S7 Hostile input',
      ran: `${ATTACKS.length} inputs, one after the other, from a process of its own with an editor's key, beside ${HONEST} honest people who write ${MOVES_PER_SECOND} edits a second at the same board. Each cell: the longest time an honest edit took to reach somebody else / growth of the server's memory while it lasted. Memory left is that after all of them, ${COLLECTED_MS / 1000} s after a forced collection, over that before, after one.`,
      columns: ['input', ...[...outcomes.keys()].map(({ name }) => name)],
      rows: ATTACKS.map(([name], n) => [name, ...[...outcomes.values()].map(({ each }) => cell(each[n]))]),
      notes: summary.flat(),
    }
  },
}

const stall = (ms: number): string => (Number.isFinite(ms) ? `${shown(ms)} ms` : 'for ever')

const cell = (outcome: Outcome | undefined): string =>
  outcome === undefined
    ? '–'
    : outcome.crashed
      ? '**crash**'
      : `${stall(outcome.stallMs)} / +${shown(outcome.growth)} MB${outcome.dropped > 0 ? ', honest dropped' : ''}`

/** All attacks on one server; after a crash the rest goes to a new one. */
async function beset(
  plan: Plan,
  target: Target,
): Promise<{ readonly each: readonly Outcome[]; readonly left: number }> {
  const each: Outcome[] = []
  let left = NaN
  const child = fork(HOSTILE, { serialization: 'advanced' })
  try {
    while (each.length < ATTACKS.length)
      await plan.withFolder((folder) =>
        plan.during(
          target,
          folder,
          async (running) => {
            const times = new Histogram()
            const [board] = await running.makeBoards(1)
            if (!board) throw new Error('no board')
            const size = { cards: 20, people: HONEST, writers: HONEST }
            const live = await LiveBoard.open(running, board, size, times, new Histogram())
            const stream = steadily(MOVES_PER_SECOND, (n) => live.move(n))
            await pause(2000)
            const before = await collected(running)
            while (each.length < ATTACKS.length) {
              const attack = each.length
              plan.say(`S7: ${target.name}, ${ATTACKS[attack]?.[0] ?? ''}`)
              const [seat] = await running.seats(board, 1)
              if (!seat) throw new Error('no seat')
              const order: Order = { attack, seat, others: live.clientIds }
              const outcome = await outcomeOf(running, live, times, async () => {
                child.send(order)
                await once(child, 'message')
              })
              each.push(outcome)
              if (outcome.crashed) return
              if (outcome.dropped > 0) break
            }
            stream.stop()
            live.close()
            if (each.length === ATTACKS.length) left = (await collected(running)) - before
          },
          COLLECTING,
        ),
      )
  } finally {
    child.kill()
  }
  return { each, left }
}

async function outcomeOf(
  running: Running,
  live: LiveBoard,
  times: Histogram,
  attack: () => Promise<void>,
): Promise<Outcome> {
  times.clear()
  live.deliveries.open()
  const before = memoryOf(running.pid).rss
  const most = watchMemory(running.pid)
  await attack()
  await pause(AFTER_MS)
  live.deliveries.close()
  const fromMs = performance.now()
  const isMissing = (): boolean => live.deliveries.delivered < live.deliveries.expected
  while (running.isAlive() && isMissing() && performance.now() - fromMs < STUCK_MS) await pause(20)
  return {
    stallMs: isMissing() ? Infinity : times.max,
    growth: most() - before,
    crashed: !running.isAlive(),
    dropped: live.dropped,
  }
}

/** Memory ten seconds after the server was made to collect its garbage, in megabytes. */
async function collected(running: Running): Promise<number> {
  running.signal('SIGUSR2')
  await pause(COLLECTED_MS)
  return memoryOf(running.pid).rss
}
