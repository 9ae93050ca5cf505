import type { LiveBoard } from '../load/live-board.ts'
import { pause } from '../load/steadily.ts'
import type { Running } from '../targets/target.ts'
import { watchCpu, type CpuShares } from './cpu.ts'
import type { Histogram } from './histogram.ts'
import { memoryOf } from './memory.ts'

/** Milliseconds that 50, 95 and 99 % of something did not exceed, and the longest. */
export interface Times {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

/** What a look at a server under a steady load showed. */
export interface Sight {
  readonly edits: Times
  readonly cursors: Times
  /** Edits that were sent. */
  readonly editsPerSecond: number
  readonly deliveriesPerSecond: number
  /** What arrived meanwhile, whenever it was sent, in percent of what should have. */
  readonly deliveredPercent: number
  /** Deliveries that were still due a second after the last edit. */
  readonly missing: number
  readonly cpu: CpuShares
  /** Memory at the end, in megabytes. */
  readonly rss: number
  /** Connections that ended by themselves since the people sat down. */
  readonly dropped: number
}

const GRACE_MS = 1000

/** Looks for so long at boards whose load is running already, and a second longer for what is still to come. */
export async function look(
  { pid }: Running,
  boards: readonly LiveBoard[],
  edits: Histogram,
  cursors: Histogram,
  lastsMs: number,
): Promise<Sight> {
  edits.clear()
  cursors.clear()
  const cpuSince = watchCpu(pid)
  const fromMs = performance.now()
  for (const { deliveries } of boards) deliveries.open()
  await pause(lastsMs)
  for (const { deliveries } of boards) deliveries.close()
  const seconds = (performance.now() - fromMs) / 1000
  const cpu = cpuSince()
  const { rss } = memoryOf(pid)
  await pause(GRACE_MS)
  const sum = (of: (board: LiveBoard) => number): number => boards.reduce((all, board) => all + of(board), 0)
  const arrived = sum(({ deliveries }) => deliveries.arrived)
  const expected = sum(({ deliveries }) => deliveries.expected)
  return {
    edits: timesOf(edits),
    cursors: timesOf(cursors),
    editsPerSecond: sum(({ deliveries }) => deliveries.edits) / seconds,
    deliveriesPerSecond: arrived / seconds,
    deliveredPercent: (100 * arrived) / expected,
    missing: expected - sum(({ deliveries }) => deliveries.delivered),
    cpu,
    rss,
    dropped: sum(({ dropped }) => dropped),
  }
}

const timesOf = (histogram: Histogram): Times => ({
  p50: histogram.quantile(0.5),
  p95: histogram.quantile(0.95),
  p99: histogram.quantile(0.99),
  max: histogram.max,
})
