// @ts-check
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const WINDOWS = process.platform === 'win32'

/**
 * What became of a command: its exit code, or why there is none, and what it said when it was listened to.
 * @typedef {{ code: number | 'late' | 'not started', output: string }} Outcome
 */

/**
 * Runs a program and waits. When its time is over, it and everything it started are killed.
 * @param {string[]} command program and arguments; a program of a dependency by its bare name
 * @param {{ limitMs: number, quiet?: boolean, env?: Record<string, string> }} options quiet: keep the output, print nothing
 * @returns {Promise<Outcome>}
 */
export function run([program = '', ...args], { limitMs, quiet = false, env = {} }) {
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, ...env, PATH: pathWithBins() },
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    detached: !WINDOWS,
    shell: WINDOWS,
  })
  let output = ''
  child.stdout?.on('data', (text) => (output += text))
  child.stderr?.on('data', (text) => (output += text))
  const onStop = () => killTree(child)
  process.once('exit', onStop)
  return new Promise((resolve) => {
    let late = false
    const clock = setTimeout(() => {
      late = true
      killTree(child)
    }, limitMs)
    /** @param {Outcome['code']} code */
    const finish = (code) => {
      clearTimeout(clock)
      process.off('exit', onStop)
      resolve({ code, output })
    }
    child.once('error', (error) => {
      output += error.message
      finish('not started')
    })
    child.once('close', (code) => finish(late ? 'late' : (code ?? 1)))
  })
}

function pathWithBins() {
  const bins = join(ROOT, 'node_modules', '.bin')
  return `${bins}${WINDOWS ? ';' : ':'}${process.env['PATH'] ?? ''}`
}

/** @param {import('node:child_process').ChildProcess} child */
function killTree(child) {
  if (child.pid === undefined || child.exitCode !== null) return
  try {
    if (WINDOWS) spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'])
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Gone in the meantime: nothing to kill.
  }
}
