import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type * as Y from 'yjs'
import { startBuilt, type BuiltServer } from '../built-server.ts'
import { ask, connect, createBoard, synced, temporaryFolder, type TestBoard } from '../../server/running.ts'

/** The whole board as `url` gives it, or null when it is gone before. */
export async function joinAt(
  url: string,
  board: TestBoard,
  gone: Promise<unknown> = new Promise(() => undefined),
): Promise<Y.Doc | null> {
  const { doc, provider } = connect({ url }, board, board.keys.viewer)
  const isThere = await Promise.race([synced(provider).then(() => true), gone.then(() => false)])
  provider.destroy()
  // Its clock would keep the document for as long as this process lives.
  provider.awareness.destroy()
  return isThere ? doc : null
}

/** What must be true of the server that has just come back, before anybody else can reach it. */
export type Check = (url: string) => Promise<void>

/** The server as it is shipped, in a process of its own, which the tables under test share and may kill. */
export class House {
  #server: BuiltServer | null = null
  #coming: Promise<void>
  #kills = 0
  readonly #checks = new Set<Check>()

  private constructor(
    private readonly folder: { path: string; remove: () => Promise<void> },
    private readonly env: Readonly<Record<string, string>>,
  ) {
    this.#coming = this.#start()
  }

  static async open(env: Readonly<Record<string, string>> = { TAVOLO_SMALL: '1' }): Promise<House> {
    const house = new House(await temporaryFolder(), { TAVOLO_LOG_LEVEL: 'error', ...env })
    await house.#coming
    return house
  }

  get kills(): number {
    return this.#kills
  }

  get pid(): number | undefined {
    return this.#server?.process.pid
  }

  /** The last of what the server of now has said. */
  get said(): string {
    return this.#server?.output().slice(-2000) ?? ''
  }

  /** Null while it is gone, and until the checks of those at its tables have passed. */
  get port(): number | null {
    return this.#server ? Number(new URL(this.#server.url).port) : null
  }

  /** Ends the server in the middle of its work and starts it again on the same folder. */
  kill(): Promise<void> {
    return this.#again((server) => server.kill())
  }

  /** Asks it to stop, which must succeed, and starts it again. */
  restart(): Promise<void> {
    return this.#again(async (server) => {
      const code = await server.stop()
      if (code !== 0) throw new Error(`the server ended with ${code}: ${server.output()}`)
    })
  }

  /** Runs `check` against each server that comes back, until the returned function is called. */
  onReturn(check: Check): () => void {
    this.#checks.add(check)
    return () => this.#checks.delete(check)
  }

  /** One request, made again when the server goes down under it; throws what the server says when it refuses. */
  async ask(key: string, method: string, path: string, body?: unknown): Promise<Response> {
    return this.#insist(async (url) => {
      const response = await ask({ url }, key, method, path, body)
      if (response.ok) return response
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    })
  }

  async board(options: Parameters<typeof createBoard>[1]): Promise<TestBoard> {
    const operatorKey = (await readFile(join(this.folder.path, 'operator.key'), 'utf8')).trim()
    return this.#insist((url) => createBoard({ url, operatorKey }, options))
  }

  /** The document of somebody who joins now, over a good line. */
  async join(board: TestBoard): Promise<Y.Doc> {
    for (;;) {
      await this.#coming
      const server = this.#server
      const doc = server && (await joinAt(server.url, board, once(server.process, 'exit')))
      if (doc) return doc
    }
  }

  async close(): Promise<void> {
    await this.#coming.catch(() => undefined)
    await this.#server?.kill()
    await this.folder.remove()
  }

  #again(end: (server: BuiltServer) => Promise<void>): Promise<void> {
    const server = this.#server
    if (!server) return this.#coming
    this.#server = null
    this.#kills++
    this.#coming = end(server).then(() => this.#start())
    return this.#coming
  }

  async #start(): Promise<void> {
    const server = await startBuilt(this.folder.path, this.env)
    await Promise.all([...this.#checks].map((check) => check(server.url)))
    this.#server = server
  }

  async #insist<T>(run: (url: string) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      await this.#coming
      const server = this.#server
      if (!server) continue
      try {
        return await run(server.url)
      } catch (error) {
        // Fetch says TypeError when the connection is cut, and a server that is stopping refuses; one that stays gets no
        // second chance.
        const isGoing = error instanceof TypeError || this.#server !== server
        if (!isGoing || tries > 50) throw error
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
  }
}
