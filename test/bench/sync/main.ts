import { existsSync, mkdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readArguments } from './arguments.ts'
import { planOf } from './plan.ts'
import { machineNow } from './report/machine.ts'
import { pasted } from './report/paste.ts'
import { markdownOf } from './report/table.ts'
import { installPeers } from './targets/peers.ts'
import { relay } from './targets/relay.ts'
import type { Target } from './targets/target.ts'
import { tavolo } from './targets/tavolo.ts'
import { oneBoard } from './workloads/s1-one-board.ts'
import { manyBoards } from './workloads/s2-many-boards.ts'
import { asFastAsItGoes } from './workloads/s3-as-fast-as-it-goes.ts'
import { openCold } from './workloads/s4-open-cold.ts'
import { memory } from './workloads/s5-memory.ts'
import { kill } from './workloads/s6-kill.ts'
import { hostile } from './workloads/s7-hostile.ts'
import { slowReader } from './workloads/s8-slow-reader.ts'
import type { Workload } from './workloads/workload.ts'

const WORKLOADS: readonly Workload[] = [
  oneBoard,
  manyBoards,
  asFastAsItGoes,
  openCold,
  memory,
  kill,
  hostile,
  slowReader,
]

/**
 * `npm run bench:sync`: measures the built server from outside, against a plain relay in the same run. `run.mjs` starts it,
 * with a folder that it removes afterwards.
 */
async function main([folder = '', ...words]: readonly string[]): Promise<void> {
  const names = WORKLOADS.map(({ name }) => name)
  const asked = readArguments(words, names)
  if (typeof asked === 'string') return refuse(asked)
  const plan = planOf(asked, [relay, tavolo, ...(asked.withPeers ? peersIn(folder) : [])], folder)
  for (const workload of WORKLOADS) {
    if (asked.workloads.length > 0 && !asked.workloads.includes(workload.name)) continue
    const table = markdownOf(await workload.run(plan), machineNow())
    print(table)
    // After every workload: what was measured is kept when a later one is broken off.
    if (asked.out !== null) await paste(asked.out, workload.name, table)
  }
}

async function paste(path: string, workload: string, table: string): Promise<void> {
  const document = existsSync(path) ? await readFile(path, 'utf8') : ''
  await writeFile(path, pasted(document, `bench:sync ${workload}`, table))
}

function peersIn(folder: string): Target[] {
  const peers = join(folder, 'peers')
  mkdirSync(peers)
  process.stderr.write('installing the peers…\n')
  return installPeers(peers)
}

const print = (text: string): void => void process.stdout.write(`${text}\n`)

function refuse(sentence: string): void {
  const workloads = WORKLOADS.map(({ name, about }) => `  ${name}  ${about}\n`).join('')
  process.stderr.write(
    `${sentence}\n\nnpm run bench:sync -- [workloads] [--quick] [--repeat 3] [--people 10,60,200] [--peers] [--out tables.md] [--profile folder]\n${workloads}`,
  )
  process.exitCode = 2
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))
await main(process.argv.slice(2))
// Sockets that are still closing keep nobody waiting.
process.exit()
