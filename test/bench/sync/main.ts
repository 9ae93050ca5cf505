import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readArguments, type Arguments } from './arguments.ts'
import { machineNow } from './report/machine.ts'
import { markdownOf } from './report/table.ts'
import { relay } from './targets/relay.ts'
import type { Target } from './targets/target.ts'
import { tavolo } from './targets/tavolo.ts'
import { oneBoard } from './workloads/s1-one-board.ts'
import { manyBoards } from './workloads/s2-many-boards.ts'
import { asFastAsItGoes } from './workloads/s3-as-fast-as-it-goes.ts'
import type { Plan, Workload } from './workloads/workload.ts'

const WORKLOADS: readonly Workload[] = [oneBoard, manyBoards, asFastAsItGoes]

/**
 * `npm run bench:sync`: measures the built server from outside, against a plain relay in the same run. `run.mjs` starts it,
 * with a folder that it removes afterwards.
 */
async function main([folder = '', ...words]: readonly string[]): Promise<void> {
  const asked = readArguments(
    words,
    WORKLOADS.map(({ name }) => name),
  )
  if (typeof asked === 'string') return refuse(asked)
  const plan = planOf(asked, folder)
  const tables = [machineNow()]
  say(tables.join('\n'))
  for (const workload of WORKLOADS) {
    if (asked.workloads.length > 0 && !asked.workloads.includes(workload.name)) continue
    const table = markdownOf(await workload.run(plan))
    say(`\n${table}`)
    tables.push(table)
    // Written after every workload: what was measured is kept when a later one is broken off.
    if (asked.out !== null) await writeFile(asked.out, tables.join('\n'))
  }
}

function planOf({ repeat, isQuick, people, profile }: Arguments, folder: string): Plan {
  const targets: Target[] = [relay, tavolo]
  return {
    targets,
    repeat,
    isQuick,
    people,
    say: (line) => void process.stderr.write(`${line}\n`),
    async withServer(target, use) {
      const data = await mkdtemp(join(folder, 'data-'))
      const flags = profile !== null && target.isOurs ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []
      const running = await target.start(data, flags)
      try {
        return await use(running, data)
      } finally {
        // A profile is written by a server that ends by itself.
        await (profile === null ? running.kill() : running.stop())
        await rm(data, { recursive: true, force: true })
      }
    },
  }
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)

function refuse(sentence: string): void {
  process.stderr.write(
    `${sentence}\nnpm run bench:sync -- [${WORKLOADS.map(({ name }) => name).join('] [')}] [--quick] [--repeat 3] [--people 10,60,200] [--peers] [--out tables.md] [--profile folder]\n`,
  )
  process.exitCode = 2
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))
await main(process.argv.slice(2))
// Sockets that are still closing keep nobody waiting.
process.exit()
