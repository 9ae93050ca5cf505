import { ATTACKS } from '../hostile/attacks.ts'
import { beset, HONEST, MOVES_PER_SECOND, type Outcome } from '../hostile/beset.ts'
import { shown } from '../measure/spread.ts'
import { atMost, cellsOf } from '../report/goal.ts'
import type { Target } from '../targets/target.ts'
import type { Workload } from './workload.ts'

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
      ran: `${ATTACKS.length} inputs, one after the other, from a process of its own with an editor's key, beside ${HONEST} honest people who write ${MOVES_PER_SECOND} edits a second at the same board. Each cell: the longest time an honest edit took to reach somebody else / growth of the server's memory while it lasted. Memory left is that after all of them and five forced collections a second apart, over that before, after as many.`,
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
