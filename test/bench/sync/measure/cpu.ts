import { readFileSync } from 'node:fs'

/** Linux counts processor time in hundredths of a second (`getconf CLK_TCK`). */
const MS_PER_TICK = 10

/** Shares of one core, in percent: 200 is two whole cores. */
export interface CpuShares {
  readonly server: number
  readonly generator: number
  /** What neither the server nor the generator used: the rest of the machine. */
  readonly foreign: number
  /** What the host took away from this virtual machine. */
  readonly steal: number
}

/** Watches the processor from now on; the answer tells how it was shared since. */
export function watchCpu(server: number): () => CpuShares {
  const from = reading(server)
  return () => {
    const to = reading(server)
    const share = (ms: number): number => (100 * ms) / (to.atMs - from.atMs)
    const serverMs = to.serverMs - from.serverMs
    const ownMs = to.ownMs - from.ownMs
    return {
      server: share(serverMs),
      generator: share(ownMs),
      foreign: Math.max(0, share(to.busyMs - from.busyMs - serverMs - ownMs)),
      steal: share(to.stealMs - from.stealMs),
    }
  }
}

function reading(server: number) {
  const { user, system } = process.cpuUsage()
  return {
    atMs: performance.now(),
    serverMs: cpuMsOf(server),
    ownMs: (user + system) / 1000,
    ...machineMs(),
  }
}

/** Processor time that a process has used, all its threads together, in milliseconds. */
export function cpuMsOf(pid: number): number {
  // The name of the program, in brackets, may hold spaces: fields are counted from behind it (man 5 proc).
  const fields = (readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1] ?? '').split(' ')
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK
}

function machineMs(): { busyMs: number; stealMs: number } {
  const [line = ''] = readFileSync('/proc/stat', 'latin1').split('\n')
  const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0, steal = 0] = line
    .trim()
    .split(/\s+/)
    .slice(1)
    .map(Number)
  return {
    busyMs: (user + nice + system + irq + softIrq) * MS_PER_TICK,
    stealMs: steal * MS_PER_TICK,
  }
}
