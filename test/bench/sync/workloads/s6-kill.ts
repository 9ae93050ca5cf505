import * as Y from 'yjs'
import { forEach } from '../load/in-turns.ts'
import { LiveBoard } from '../load/live-board.ts'
import { readBoard } from '../load/read-board.ts'
import { pause, steadily } from '../load/steadily.ts'
import { Histogram } from '../measure/histogram.ts'
import { shown, spread } from '../measure/spread.ts'
import { atMost, cellsOf, NO_GOAL } from '../report/goal.ts'
import type { Board, Running, Target } from '../targets/target.ts'
import type { Plan, Workload } from './workload.ts'

const BOARDS = 4
const PEOPLE = 5
/** How long people write before the plug is pulled: different in every round, the same in every run. */
const LEAST_MS = 3000
const MORE_MS = 9000

/** What one kill took. */
interface Loss {
  /** Edits that somebody else had got. */
  readonly witnessed: number
  readonly lost: number
  /** Edits that their author was told were saved. */
  readonly saved: number
  readonly savedLost: number
  /** How long before the kill the oldest lost edit was sent, in milliseconds. */
  readonly windowMs: number
  readonly restartMs: number
}

/** S6: the plug is pulled while people write. */
export const kill: Workload = {
  name: 's6',
  about:
    'kill -9 at 400 and at 2,500 edits a second: what somebody had seen, or was told was saved, and is lost',
  async run(plan) {
    const rows: string[][] = []
    for (const [rate, kills] of plan.isQuick
      ? [
          [400, 2],
          [2500, 2],
        ]
      : [
          [400, 10],
          [2500, 5],
        ])
      for (const target of plan.targets.filter(({ keeps }) => keeps))
        rows.push(rowOf(rate ?? 0, target, await lossesOf(plan, target, rate ?? 0, kills ?? 0)))
    return {
      title: 'S6 Kill',
      ran: `${BOARDS} boards × ${PEOPLE} people, all writing; SIGKILL after ${LEAST_MS / 1000}–${(LEAST_MS + MORE_MS) / 1000} s, restart over the same folder, every board read. An edit is witnessed when another client has got it. Sums over all kills.`,
      columns: [
        ...['edits/s', 'server', 'kills', 'witnessed', 'of them lost', 'shown as saved', 'of them lost'],
        ...['loss window ms', 'restart ms', 'to reach', ''],
      ],
      rows,
    }
  },
}

/** One folder for all kills: what the earlier ones left is there at every restart. */
async function lossesOf(plan: Plan, target: Target, rate: number, kills: number): Promise<Loss[]> {
  const losses: Loss[] = []
  await plan.withFolder(async (folder) => {
    for (let round = 0; round < kills; round++) {
      plan.say(`S6 at ${shown(rate)}/s: ${target.name}, kill ${round + 1} of ${kills}`)
      const lastsMs = LEAST_MS + ((round * 0.618) % 1) * MORE_MS
      losses.push(
        await plan.during(target, folder, (running) => killed(plan, target, running, folder, rate, lastsMs)),
      )
    }
  })
  return losses
}

async function killed(
  plan: Plan,
  target: Target,
  running: Running,
  folder: string,
  rate: number,
  lastsMs: number,
): Promise<Loss> {
  const times = new Histogram()
  const boards = await running.makeBoards(BOARDS)
  const size = { cards: 20, people: PEOPLE, writers: PEOPLE }
  const lives = await forEach(boards, 4, (board) => LiveBoard.open(running, board, size, times, times))
  const stream = steadily(rate, (n) => lives[n % BOARDS]?.move(Math.floor(n / BOARDS)))
  await pause(lastsMs)
  const killedMs = performance.now()
  await running.kill()
  stream.stop()
  return plan.during(target, folder, async (again) => {
    const losses = await forEach(boards, 1, (board, n) => lossOf(again, board, lives[n], killedMs))
    return losses.reduce((all, one) => ({
      witnessed: all.witnessed + one.witnessed,
      lost: all.lost + one.lost,
      saved: all.saved + one.saved,
      savedLost: all.savedLost + one.savedLost,
      windowMs: Math.max(all.windowMs, one.windowMs),
      restartMs: all.restartMs,
    }))
  })
}

async function lossOf(
  running: Running,
  board: Board,
  live: LiveBoard | undefined,
  killedMs: number,
): Promise<Loss> {
  const loss = { witnessed: 0, lost: 0, saved: 0, savedLost: 0, windowMs: 0, restartMs: running.startMs }
  if (!live) return loss
  const { deliveries, saved } = live
  const witnessed = [...deliveries.witnessed]
  const has = (doc: Y.Doc, client: number, clock: number): boolean => Y.getState(doc.store, client) >= clock
  const { doc } = await readBoard(running, board, (doc) =>
    witnessed.every(([client, { firstClock, edits }]) => has(doc, client, firstClock + edits)),
  )
  for (const [client, { firstClock, edits, sentMs }] of witnessed) {
    const kept = Math.max(0, Y.getState(doc.store, client) - firstClock)
    const calledSaved = saved.get(client) ?? 0
    loss.witnessed += edits
    loss.lost += Math.max(0, edits - kept)
    loss.saved += calledSaved
    loss.savedLost += Math.max(0, calledSaved - kept)
    if (kept < edits) loss.windowMs = Math.max(loss.windowMs, killedMs - (sentMs[kept] ?? killedMs))
  }
  doc.destroy()
  return loss
}

function rowOf(rate: number, target: Target, losses: readonly Loss[]): string[] {
  const sum = (of: (loss: Loss) => number): number => losses.reduce((all, loss) => all + of(loss), 0)
  const share = (part: number, whole: number): string =>
    part === 0 ? '0' : `${shown(part)} (${shown((100 * part) / whole)} %)`
  const [witnessed, lost] = [sum((loss) => loss.witnessed), sum((loss) => loss.lost)]
  const [saved, savedLost] = [sum((loss) => loss.saved), sum((loss) => loss.savedLost)]
  return [
    shown(rate),
    target.name,
    String(losses.length),
    shown(witnessed),
    share(lost, witnessed),
    saved === 0 ? 'tells nothing' : shown(saved),
    saved === 0 ? '–' : share(savedLost, saved),
    spread(losses.map(({ windowMs }) => windowMs)),
    spread(losses.map(({ restartMs }) => restartMs)),
    ...(target.isOurs
      ? cellsOf([atMost('witnessed lost', lost, 0, ''), atMost('saved lost', savedLost, 0, '')])
      : NO_GOAL),
  ]
}
