import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as Y from 'yjs'
import { boardOf } from '../../../shared/board/board.ts'
import type { CardId } from '../../../shared/ids.ts'
import { ask, askJson, type TestBoard } from '../../server/running.ts'
import { joinAt } from '../convergence/house.ts'
import { rawClient } from '../../sync/raw-client.ts'

/** What a server has promised about one data folder: every server that comes back is held to it. */
export class Promises {
  readonly cards = new Map<TestBoard, Set<CardId>>()
  readonly keys = new Map<TestBoard, Set<string>>()
  readonly tokens = new Map<TestBoard, string>()
  /** Boards that somebody asked to erase, with a word that stands only in them; `done` when that was answered. */
  readonly erased: { readonly board: TestBoard; readonly word: string; done: boolean }[] = []

  constructor(readonly folder: string) {}

  get count(): number {
    const sizes = [...this.cards.values(), ...this.keys.values()].map(({ size }) => size)
    return sizes.reduce((sum, size) => sum + size, this.erased.length)
  }

  of(board: TestBoard): Set<CardId> {
    const cards = this.cards.get(board) ?? new Set()
    this.cards.set(board, cards)
    return cards
  }

  /** What is not as it was promised, in words: of the last board, or of all of them. */
  async brokenAt(url: string, all: boolean): Promise<string[]> {
    const broken: string[] = []
    const last = [...this.cards.keys()].at(-1)
    for (const [board, cards] of this.cards) {
      if (!all && board !== last) continue
      const doc = await joinAt(url, board)
      const kept = doc && boardOf(doc).cards
      const lost = [...cards].filter((id) => !kept?.has(id))
      if (lost.length > 0) broken.push(`${lost.length} cards of ${board.id} are lost, ${lost[0]} is one`)
    }
    for (const [board, keys] of this.keys) {
      if (!all && board !== last) continue
      const path = `/api/boards/${board.id}/keys`
      const there = await askJson<{ keys: { id: string }[] }>({ url }, board.keys.facilitator, 'GET', path)
      const lost = [...keys].filter((id) => !there.keys.some((key) => key.id === id))
      if (lost.length > 0) broken.push(`${lost.length} keys of ${board.id} are lost`)
    }
    for (const [board, token] of this.tokens)
      if (all || board === last) broken.push(...(await this.#unknown(url, board, token)))
    return [...broken, ...(await this.#unerased(url))]
  }

  async #unknown(url: string, board: TestBoard, token: string): Promise<string[]> {
    const client = await rawClient({ url }, board, board.keys.editor, { token })
    const welcomed = new Promise<boolean>((resolve) =>
      client.socket.on(
        'message',
        () => client.messages.some(({ type }) => type === 'welcome') && resolve(true),
      ),
    )
    client.hello(new Y.Doc().clientID)
    const isKnown = await Promise.race([welcomed, client.closed.then(() => false)])
    client.close()
    return isKnown ? [] : [`a participant of ${board.id} is unknown`]
  }

  async #unerased(url: string): Promise<string[]> {
    const gone: typeof this.erased = []
    for (const one of this.erased) {
      const { status } = await ask({ url }, one.board.keys.viewer, 'GET', `/api/boards/${one.board.id}`)
      if (status === 404) gone.push(one)
      else if (one.done) return [`${one.board.id} was erased, and answers ${status}`]
    }
    const bytes = await everythingIn(this.folder)
    return gone
      .filter(({ word }) => bytes.some((file) => file.includes(word)))
      .map(({ board, word, done }) => `${word} of ${board.id} is on the disk (erasure answered: ${done})`)
  }
}

async function everythingIn(folder: string): Promise<Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  // Files come and go while the server lives.
  const read = files.map(({ parentPath, name }) => readFile(join(parentPath, name)).catch(() => Buffer.of()))
  return Promise.all(read)
}
