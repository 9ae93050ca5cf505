import { readFile, readlink } from 'node:fs/promises'
import { hostname } from 'node:os'

/** A process, told apart from every other one as well as the system allows. */
export interface ProcessIdentity {
  readonly pid: number
  /** The boot of the machine and the moment in it when the process began; null where the system does not say. */
  readonly started: string | null
  /** The machine, or the container on it: a pid means something only there. */
  readonly place: string
}

export const thisProcess = async (): Promise<ProcessIdentity> => ({
  pid: process.pid,
  started: await startOf(process.pid),
  // reason: without /proc there are no containers to tell apart.
  place: `${hostname()} ${await readlink('/proc/self/ns/pid').catch(() => '')}`.trim(),
})

/** Whether a process of this place still runs. */
export async function isRunning({ pid, started }: ProcessIdentity): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it runs, for another user.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  const now = await startOf(pid)
  return started === null || now === null || now === started
}

async function startOf(pid: number): Promise<string | null> {
  try {
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim()
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The name of the program, in parentheses, may hold anything; after it the start is the 20th field.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return `${boot} ${ticks}`
  } catch {
    // reason: no /proc on this system; the pid alone must do.
    return null
  }
}
