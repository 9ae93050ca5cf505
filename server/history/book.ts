import { createHash } from 'node:crypto'
import type { Told } from '../../shared/history/fact.ts'
import type { BoardId } from '../../shared/ids.ts'
import type { Shelf } from './shelf.ts'

/**
 * What is derived of one board's story:
 *
 *     head.json        how far it goes, the facts that are still open, and what the other files must be
 *     told-<n>.json    closed facts, oldest first, so many a file
 *     <seq>.state      the whole board after a record (a Yjs update), now and then
 */
export interface Head {
  /** Raised when facts are told in another way: what was derived before is then made anew. */
  readonly format: 1
  /** The last record that was told; 0 before the first. */
  readonly seq: number
  readonly atMs: number
  /** Of that record, hexadecimal: what was derived from another log is worth nothing. */
  readonly hash: string
  readonly open: readonly Told[]
  /** Bytes of the records since the last whole state. */
  readonly sinceState: number
  readonly pages: readonly PageFile[]
  readonly states: readonly StateFile[]
}

interface PageFile {
  readonly name: string
  readonly first: number
  readonly last: number
  readonly count: number
  readonly sha256: string
}

interface StateFile {
  readonly name: string
  readonly seq: number
  readonly atMs: number
  readonly bytes: number
  readonly sha256: string
}

/** A whole state to begin from. */
export interface State {
  readonly seq: number
  readonly atMs: number
  readonly state: Uint8Array
}

/** Files are not what the head says: a crash, or somebody's hand. To be made anew. */
export class BookSpoilt extends Error {
  override readonly name = 'BookSpoilt'
}

const PAGE = 500
const HEAD = 'head.json'

export const emptyHead: Head = {
  format: 1,
  seq: 0,
  atMs: 0,
  hash: '',
  open: [],
  sinceState: 0,
  pages: [],
  states: [],
}

/** The derived story of one board on its shelf. */
export class Book {
  constructor(
    private readonly shelf: Shelf,
    private readonly board: BoardId,
  ) {}

  /** The empty head when there is none, or none that can be read. */
  async head(): Promise<Head> {
    const bytes = await this.shelf.read(this.board, HEAD)
    try {
      const head = bytes && (JSON.parse(textOf(bytes)) as Head)
      return head?.format === emptyHead.format ? head : emptyHead
    } catch {
      // reason: a power cut may garble what is derived; it is made anew.
      return emptyHead
    }
  }

  /** Puts closed facts into their pages, the last of which is filled up, and then the head in place. */
  async write(head: Head, closed: readonly Told[]): Promise<Head> {
    let waiting = closed
    const pages = [...head.pages]
    const last = pages.at(-1)
    if (waiting.length > 0 && last && last.count < PAGE) {
      waiting = [...(await this.page(last)), ...waiting]
      pages.pop()
    }
    for (; waiting.length > 0; waiting = waiting.slice(PAGE))
      pages.push(await this.#writePage(`told-${pages.length}.json`, waiting.slice(0, PAGE)))
    const next = { ...head, pages }
    await this.shelf.write(this.board, HEAD, bytesOf(JSON.stringify(next)))
    return next
  }

  async page({ name, sha256 }: PageFile): Promise<readonly Told[]> {
    return JSON.parse(textOf(await this.#sound(name, sha256))) as readonly Told[]
  }

  async writeState({ seq, atMs, state }: State): Promise<StateFile> {
    const name = `${seq}.state`
    await this.shelf.write(this.board, name, state)
    return { name, seq, atMs, bytes: state.length, sha256: sha256Of(state) }
  }

  /** The newest whole state at or before a record; null at the beginning of the board. */
  async stateBefore({ states }: Head, seq: number): Promise<State | null> {
    const found = states.findLast((one) => one.seq <= seq)
    if (!found) return null
    return { seq: found.seq, atMs: found.atMs, state: await this.#sound(found.name, found.sha256) }
  }

  clear(): Promise<void> {
    return this.shelf.clear(this.board)
  }

  async #writePage(name: string, told: readonly Told[]): Promise<PageFile> {
    const bytes = bytesOf(JSON.stringify(told))
    await this.shelf.write(this.board, name, bytes)
    const [first = 0, last = 0] = [told[0]?.seq, told.at(-1)?.seq]
    return { name, first, last, count: told.length, sha256: sha256Of(bytes) }
  }

  async #sound(name: string, sha256: string): Promise<Uint8Array> {
    const bytes = await this.shelf.read(this.board, name)
    if (!bytes || sha256Of(bytes) !== sha256) throw new BookSpoilt(`${name} of ${this.board}`)
    return bytes
  }
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8')
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')
