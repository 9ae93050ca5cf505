import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

const START_MS = 60_000
const STOP_MS = 30_000

/** A server in a process of its own. */
export interface Program {
  readonly pid: number
  readonly startMs: number
  /** What the line that told it was ready said, by the groups of the pattern. */
  readonly said: readonly string[]
  readonly isAlive: () => boolean
  signal(name: NodeJS.Signals): void
  kill(): Promise<void>
  stop(): Promise<void>
}

const running = new Set<ChildProcess>()
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))

/** Starts a program and waits for what it says when it is ready. Rejects, with all it said, when it ends before. */
export async function startProgram(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  ready: RegExp,
  cwd?: string,
): Promise<Program> {
  const fromMs = performance.now()
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd !== undefined && { cwd }),
  })
  running.add(child)
  const exited = once(child, 'exit').then(() => running.delete(child))
  let output = ''
  const said = await new Promise<readonly string[]>((resolve, reject) => {
    const giveUp = (why: string): void => reject(new Error(`${args.join(' ')} ${why}: ${output}`))
    const late = setTimeout(() => (child.kill('SIGKILL'), giveUp('was not ready in time')), START_MS)
    const hear = (text: Buffer): void => {
      // Only what is needed is kept: a server may say a lot.
      output = (output + text.toString()).slice(-10_000)
      const match = ready.exec(output)
      if (!match) return
      clearTimeout(late)
      resolve(match.slice(1))
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void exited.then(() => (clearTimeout(late), giveUp('ended before it was ready')))
  })
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const stuck = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
    child.kill(signal)
    await exited
    clearTimeout(stuck)
  }
  return {
    pid: child.pid ?? -1,
    startMs: performance.now() - fromMs,
    said,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    signal: (name) => void child.kill(name),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}
