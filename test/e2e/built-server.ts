import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const READY_WITHIN_MS = 60_000

export type Role = 'facilitator' | 'editor' | 'contributor' | 'viewer'

/** A board as its maker gets it: the keys are shown this once. */
export interface Table {
  readonly id: string
  readonly keys: Readonly<Record<Role, string>>
  /** Address to open in a browser with that role; a contributor's is the phone page. */
  link(role: Role): string
}

/**
 * The built server (`dist/server/main.js`) as a child process with a data folder of its own. It can be killed like a
 * machine that loses power, and started again on the same port and folder.
 */
export class BuiltServer {
  #child: ChildProcess | null = null
  #said = ''

  private constructor(
    readonly url: string,
    readonly dataFolder: string,
  ) {}

  static async start(): Promise<BuiltServer> {
    const folder = await mkdtemp(join(tmpdir(), 'tavolo-e2e-'))
    const server = new BuiltServer(`http://127.0.0.1:${await freePort()}`, folder)
    await server.start()
    return server
  }

  /** Starts it and waits until it can serve boards. Throws with what the server said when it does not come up. */
  async start(): Promise<void> {
    if (this.#child) throw new Error('The server runs already.')
    this.#said = ''
    const child = spawn(process.execPath, [join(ROOT, 'dist/server/main.js')], {
      cwd: ROOT,
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: new URL(this.url).port,
        TAVOLO_DATA: this.dataFolder,
        TAVOLO_OPERATOR_KEY: '',
        TAVOLO_PUBLIC_URL: '',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    child.stdout.on('data', (text) => (this.#said += String(text)))
    child.stderr.on('data', (text) => (this.#said += String(text)))
    await this.#ready(child)
  }

  async #ready(child: ChildProcess): Promise<void> {
    const end = Date.now() + READY_WITHIN_MS
    while (Date.now() < end) {
      if (child.exitCode !== null) break
      const answer = await fetch(`${this.url}/readyz`).catch(() => null)
      if (answer?.ok) return
      await wait(50)
    }
    await this.kill()
    throw new Error(`The server did not become ready. It said:\n${this.#said}`)
  }

  /** SIGKILL: no farewell, nothing flushed. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** As an operator stops it. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM')
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child
    this.#child = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }

  /** Ends it for good and removes its data. */
  async close(): Promise<void> {
    await this.kill()
    await rm(this.dataFolder, { recursive: true, force: true })
  }

  async operatorKey(): Promise<string> {
    return (await readFile(join(this.dataFolder, 'operator.key'), 'utf8')).trim()
  }

  /** A request to the server's API, perhaps of somebody who sat down (`token`). Throws when the answer is not a success, with its body. */
  async api(key: string, method: string, path: string, body?: unknown, token?: string): Promise<Response> {
    const answer = await fetch(this.url + path, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { 'tavolo-participant': token }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }

  async createTable(board: {
    title: string
    programme: string
    city?: string
    model?: string
  }): Promise<Table> {
    const made = await this.api(await this.operatorKey(), 'POST', '/api/boards', board)
    const { id, keys } = (await made.json()) as { id: string; keys: Record<Role, string> }
    return {
      id,
      keys,
      link: (role) => `${this.url}/${role === 'contributor' ? 'p' : 'b'}/${id}#${keys[role]}`,
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
