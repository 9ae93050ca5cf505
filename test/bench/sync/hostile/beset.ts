import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { LiveBoard } from '../load/live-board.ts'
import { pause, steadily } from '../load/steadily.ts'
import { collected, COLLECTING } from '../measure/collected.ts'
import { Histogram } from '../measure/histogram.ts'
import { memoryOf, watchMemory } from '../measure/memory.ts'
import type { Running, Target } from '../targets/target.ts'
import type { Plan } from '../workloads/workload.ts'
import { ATTACKS } from './attacks.ts'
import type { Order } from './process.ts'

export interface Outcome {
  /** The longest time an honest edit took to reach somebody else; Infinity when it never did. */
  readonly stallMs: number
  /** Of the server's memory while it lasted, in megabytes. */
  readonly growth: number
  readonly crashed: boolean
  /** Honest connections that ended. */
  readonly dropped: number
}

export interface Siege {
  readonly each: Outcome[]
  /** Memory over that before, both after forced collections, in megabytes. */
  left: number
}

export const HONEST = 4
export const MOVES_PER_SECOND = 40
const HOSTILE = fileURLToPath(new URL('./hostile.js', import.meta.url))
/** For what is still on its way when an attack is over. */
const AFTER_MS = 1000
const STUCK_MS = 10_000

/** All attacks on one server, one after the other; when it crashed or lost honest clients the rest goes to a new one. */
export async function beset(plan: Plan, target: Target): Promise<Siege> {
  const siege: Siege = { each: [], left: NaN }
  const child = fork(HOSTILE, { serialization: 'advanced' })
  try {
    while (siege.each.length < ATTACKS.length)
      await plan.withFolder((folder) =>
        plan.during(target, folder, (running) => goOn(plan, target, running, child, siege), COLLECTING),
      )
  } finally {
    child.kill()
  }
  return siege
}

async function goOn(
  plan: Plan,
  target: Target,
  running: Running,
  child: ChildProcess,
  siege: Siege,
): Promise<void> {
  const times = new Histogram()
  const [board] = await running.makeBoards(1)
  if (!board) throw new Error('no board')
  const size = { cards: 20, people: HONEST, writers: HONEST }
  const live = await LiveBoard.open(running, board, size, times, new Histogram())
  const stream = steadily(MOVES_PER_SECOND, (n) => live.move(n))
  await pause(2000)
  const before = await collected(running)
  for (let attack = siege.each.length; attack < ATTACKS.length; attack++) {
    plan.say(`S7: ${target.name}, ${ATTACKS[attack]?.[0] ?? ''}`)
    const [seat] = await running.seats(board, 1)
    if (!seat) throw new Error('no seat')
    const order: Order = { attack, seat, others: live.clientIds }
    const outcome = await outcomeOf(running, live, times, async () => {
      child.send(order)
      await once(child, 'message')
    })
    siege.each.push(outcome)
    if (outcome.crashed || outcome.dropped > 0) break
  }
  stream.stop()
  live.close()
  if (running.isAlive()) siege.left = (await collected(running)) - before
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
