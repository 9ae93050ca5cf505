import type { Table } from '../report/table.ts'
import type { Running, Target } from '../targets/target.ts'

/** One row of the list of workloads. */
export interface Workload {
  readonly name: string
  readonly about: string
  run(plan: Plan): Promise<Table>
}

/** What a person asked for, and what a workload may use. */
export interface Plan {
  /** The baseline first, then ours, then peers. */
  readonly targets: readonly Target[]
  readonly repeat: number
  /** Sizes of S1. */
  readonly people: readonly number[]
  /** Shorter and smaller: to see that something works, not how well. */
  readonly isQuick: boolean
  /** Does something with a server over a new folder; both are gone afterwards, whatever happens. */
  withServer<T>(target: Target, use: (running: Running) => Promise<T>): Promise<T>
  /** Does something with a new folder, which is gone afterwards. */
  withFolder<T>(use: (folder: string) => Promise<T>): Promise<T>
  /** Does something with a server over a folder that stays; the server is gone afterwards. */
  during<T>(
    target: Target,
    folder: string,
    use: (running: Running) => Promise<T>,
    flags?: readonly string[],
  ): Promise<T>
  /** Tells what is being done. */
  say(line: string): void
}

/** Every target as often as asked, in turns, so that a noisy minute falls on all of them. */
export async function inRounds<T>(
  { targets, repeat, say }: Plan,
  label: string,
  once: (target: Target) => Promise<T>,
): Promise<Map<Target, T[]>> {
  const results = new Map<Target, T[]>(targets.map((target) => [target, []]))
  for (let round = 1; round <= repeat; round++)
    for (const target of targets) {
      say(`${label}: ${target.name}, ${round} of ${repeat}`)
      results.get(target)?.push(await once(target))
    }
  return results
}
