import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url))

/** The server as it is shipped, in a process of its own. */
export interface BuiltServer {
  readonly url: string
  readonly process: ChildProcess
  /** Everything it said, on both outputs. */
  readonly output: () => string
  /** Ends it as a crash of the machine's power button would not: at once, with nothing said. Resolves when it is gone. */
  kill(): Promise<void>
  /** Asks it to stop; resolves with its exit code. */
  stop(): Promise<number | null>
}

export async function startBuilt(
  dataFolder: string,
  env: Readonly<Record<string, string>> = {},
  /** Kills it, ready or not. */
  signal?: AbortSignal,
): Promise<BuiltServer> {
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is missing: run \`npm run build\` first`)
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], PORT: '0', HOST: '127.0.0.1', TAVOLO_DATA: dataFolder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  signal?.addEventListener('abort', () => child.kill('SIGKILL'))
  let said = ''
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
  const ready = new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      const url = /http:\/\/localhost:(\d+)/.exec(said)
      if (url) resolve(`http://127.0.0.1:${url[1] ?? ''}`)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void exited.then(([code]) =>
      reject(new Error(`the server ended with ${code} before it was ready: ${said}`)),
    )
  })
  return {
    url: await ready,
    process: child,
    output: () => said,
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
    async stop() {
      child.kill('SIGTERM')
      const [code] = await exited
      return code
    },
  }
}
