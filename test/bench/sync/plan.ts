import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Arguments } from './arguments.ts'
import type { Target } from './targets/target.ts'
import type { Plan } from './workloads/workload.ts'

/** What the workloads may use: the servers to measure, and folders below the one that goes away with the run. */
export function planOf(asked: Arguments, targets: readonly Target[], folder: string): Plan {
  const { repeat, isQuick, people, profile } = asked
  const plan: Plan = {
    targets,
    repeat,
    isQuick,
    people,
    say: (line) => void process.stderr.write(`${line}\n`),
    withServer: (target, use) => plan.withFolder((data) => plan.during(target, data, use)),
    async withFolder(use) {
      const data = await mkdtemp(join(folder, 'data-'))
      try {
        return await use(data)
      } finally {
        await rm(data, { recursive: true, force: true })
      }
    },
    async during(target, data, use, flags = []) {
      const isProfiled = profile !== null && target.isOurs
      const profiling = isProfiled ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []
      const running = await target.start(data, [...flags, ...profiling])
      try {
        return await use(running)
      } finally {
        // A profile is written by a server that ends by itself.
        await (isProfiled ? running.stop() : running.kill())
      }
    },
  }
  return plan
}
