import * as Y from 'yjs'
import { writeHistory, type History } from '../load/long-history.ts'
import { readBoard } from '../load/read-board.ts'
import { cpuMsOf } from '../measure/cpu.ts'
import { memoryOf } from '../measure/memory.ts'
import { shown, spread, median } from '../measure/spread.ts'
import { atMost, cellsOf } from '../report/goal.ts'
import type { Board, Target } from '../targets/target.ts'
import type { Plan, Workload } from './workload.ts'

const WHOLE: History = { cards: 10_000, links: 12_000, updates: 200_441 }
const QUICK: History = { cards: 500, links: 600, updates: 10_022 }

/** What one opening after a restart showed. */
interface Opening {
  readonly startMs: number
  readonly firstMs: number
  readonly wholeMs: number
  readonly applyMs: number
  readonly bytes: number
  readonly cpuSeconds: number
  readonly peak: number
}

/** S4: a large board with a long past is the first that is opened after a restart. */
export const openCold: Workload = {
  name: 's4',
  about: 'a board of 10,000 cards and 12,000 links with 200,441 updates behind it, opened after a restart',
  async run(plan) {
    const history = plan.isQuick ? QUICK : WHOLE
    const rows: string[][] = []
    let fed = ''
    // Only ours: the relay keeps nothing, and a peer has no acknowledgement to pace the feeding by.
    for (const target of plan.targets.filter(({ isOurs }) => isOurs))
      await plan.withFolder(async (folder) => {
        plan.say(`S4: ${target.name} is fed ${shown(history.updates)} updates`)
        const { board, clocks, told } = await plan.during(target, folder, async (running) => {
          const [board] = await running.makeBoards(1)
          if (!board) throw new Error('no board')
          const fromMs = performance.now()
          const clocks = await writeHistory(running, board, history)
          const seconds = (performance.now() - fromMs) / 1000
          const told = `Fed over sockets in ${shown(seconds)} s (${shown(history.updates / seconds)} updates/s, ${shown(cpuMsOf(running.pid) / 1000)} s of CPU, ${shown(memoryOf(running.pid).rss)} MB).`
          // The plug is pulled here: `during` kills.
          return { board, clocks, told }
        })
        fed = told
        rows.push(rowOf('kill -9', await openings(plan, target, folder, board, clocks)))
        await plan.during(target, folder, async (running) => {
          await readBoard(running, board, (doc) => isWhole(doc, clocks))
          await running.stop()
        })
        rows.push(rowOf('an orderly stop', await openings(plan, target, folder, board, clocks)))
      })
    return {
      title: 'S4 Cold open',
      ran: `A board of ${shown(history.cards)} cards and ${shown(history.links)} links, ${shown(history.updates)} updates behind it by 100 clientIDs; each opening is the first after a restart, ${plan.repeat} each: median (least–most). Times are from the first packet of the connection on; CPU and peak memory are the server’s since its start, before anything is written.`,
      columns: [
        ...[
          'restart after',
          'start ms',
          'first bytes ms',
          'whole board ms',
          'of it applying ms',
          'over it ms',
        ],
        ...['MB sent', 'server CPU s', 'peak MB', 'to reach', ''],
      ],
      rows,
      notes: [fed],
    }
  },
}

async function openings(
  plan: Plan,
  target: Target,
  folder: string,
  board: Board,
  clocks: ReadonlyMap<number, number>,
): Promise<Opening[]> {
  const all: Opening[] = []
  for (let n = 0; n < plan.repeat; n++)
    all.push(
      await plan.during(target, folder, async (running) => {
        plan.say(`S4: opening ${n + 1} of ${plan.repeat}`)
        const { doc, ...read } = await readBoard(running, board, (doc) => isWhole(doc, clocks))
        const { peak } = memoryOf(running.pid)
        doc.destroy()
        return { startMs: running.startMs, ...read, cpuSeconds: cpuMsOf(running.pid) / 1000, peak }
      }),
    )
  return all
}

const isWhole = (doc: Y.Doc, clocks: ReadonlyMap<number, number>): boolean =>
  [...clocks].every(([client, clock]) => Y.getState(doc.store, client) >= clock)

function rowOf(after: string, openings: readonly Opening[]): string[] {
  const all = (of: (opening: Opening) => number): number[] => openings.map(of)
  const over = all(({ wholeMs, applyMs }) => wholeMs - applyMs)
  return [
    after,
    spread(all(({ startMs }) => startMs)),
    spread(all(({ firstMs }) => firstMs)),
    spread(all(({ wholeMs }) => wholeMs)),
    spread(all(({ applyMs }) => applyMs)),
    spread(over),
    spread(all(({ bytes }) => bytes / 2 ** 20)),
    spread(all(({ cpuSeconds }) => cpuSeconds)),
    spread(all(({ peak }) => peak)),
    ...cellsOf([
      atMost('first bytes', median(all(({ firstMs }) => firstMs)), 300, ' ms'),
      atMost('over applying', median(over), 500, ' ms'),
      atMost('peak', Math.max(...all(({ peak }) => peak)), 200, ' MB'),
    ]),
  ]
}
