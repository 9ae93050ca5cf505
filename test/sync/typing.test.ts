import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { editText } from '../../shared/board/commands/edit-card.ts'
import { LOCAL } from '../../shared/board/origin.ts'
import { cardsOf } from '../../shared/board/schema.ts'
import type { CardId } from '../../shared/ids.ts'
import { TextLink, type Anchor } from '../../client/board/text-link.ts'
import {
  connect,
  createBoard,
  startOver,
  synced,
  type TestBoard,
  type TestServer,
} from '../server/running.ts'

const CARD = 'bisogno' as CardId
const PEOPLE = ['abcdefgh', 'ijklmnop', 'qrstuvwx'] as const
const STEPS = 150

let server: TestServer
let board: TestBoard
const writers: Writer[] = []
beforeEach(async () => {
  server = await startOver()
  board = await createBoard(server)
})
afterEach(async () => {
  writers.splice(0).forEach((one) => one.close())
  await server.close()
})

/** Numbers between 0 and 1 that are the same for the same seed. */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

/** A way to the server on which every message takes its own time, in its order, there and back: up to 8 ms each. */
function lateSocket(chance: () => number): typeof globalThis.WebSocket {
  const later = (before: Promise<void>, run: () => void): Promise<void> =>
    before.then(() => new Promise((resolve) => setTimeout(resolve, chance() * 8))).then(run)
  class LateSocket extends WebSocket {
    #sent = Promise.resolve()
    #received = Promise.resolve()

    override send(data: Parameters<WebSocket['send']>[0]): void {
      this.#sent = later(this.#sent, () => {
        if (this.readyState === WebSocket.OPEN) super.send(data)
      })
    }

    override emit(event: string | symbol, ...told: unknown[]): boolean {
      if (event !== 'message') return super.emit(event, ...told)
      this.#received = later(this.#received, () => void super.emit(event, ...told))
      return true
    }
  }
  return LateSocket as unknown as typeof globalThis.WebSocket
}

/**
 * Somebody who types in the body of the card, as the panel's field does it: what stands in the field becomes the text, the
 * caret is kept as a place in it, and what others write is shown around it.
 */
class Writer {
  readonly doc = new Y.Doc()
  readonly #connection
  readonly #link = new TextLink(this.doc, CARD, 'body')
  readonly #undo
  /** What they typed and did not take away, in the order in which it stands before their caret. */
  own = ''
  #shown = ''
  #caret = 0
  #kept: Anchor | null = null

  constructor(
    private readonly letters: string,
    chance: () => number,
  ) {
    this.#connection = connect(server, board, board.keys.editor, undefined, this.doc, {
      maxBackoffTime: 50,
      WebSocketPolyfill: lateSocket(chance),
    })
    this.#undo = new Y.UndoManager(cardsOf(this.doc), { doc: this.doc, trackedOrigins: new Set([LOCAL]) })
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== LOCAL) this.#show()
    })
  }

  get text(): string {
    const body = cardsOf(this.doc).get(CARD)?.get('body')
    return body instanceof Y.Text ? body.toString() : ''
  }

  /** What stands right before the caret. */
  before(length: number): string {
    return this.#shown.slice(Math.max(0, this.#caret - length), this.#caret)
  }

  get isConnected(): boolean {
    return this.#connection.provider.wsconnected
  }

  ready(): Promise<void> {
    return synced(this.#connection.provider)
  }

  /** Puts the caret somewhere and begins to count what is written there. */
  goes(at: number): void {
    this.#caret = Math.min(at, this.#shown.length)
    this.#kept = this.#link.anchor(this.#caret)
    this.own = ''
  }

  types(chance: number): void {
    const letter = this.letters[Math.floor(chance * this.letters.length)] ?? ''
    this.#becomes(
      this.#shown.slice(0, this.#caret) + letter + this.#shown.slice(this.#caret),
      this.#caret + 1,
    )
    this.own += letter
  }

  /** Takes the last letter away, if it is one's own. */
  erases(): void {
    if (this.own === '' || !this.before(1).endsWith(this.own.slice(-1))) return
    this.#becomes(this.#shown.slice(0, this.#caret - 1) + this.#shown.slice(this.#caret), this.#caret - 1)
    this.own = this.own.slice(0, -1)
  }

  /** Takes back, step by step, all that this person typed; `own` is empty then. */
  undoesAll(): void {
    while (this.#undo.undoStack.length > 0) this.#undo.undo()
    this.own = ''
  }

  leaves(): void {
    this.#connection.provider.disconnect()
  }

  returns(): void {
    this.#connection.provider.connect()
  }

  close(): void {
    this.#undo.destroy()
    this.#connection.close()
  }

  #becomes(next: string, caret: number): void {
    editText(this.doc, CARD, 'body', next, LOCAL, caret)
    this.#shown = next
    this.#caret = caret
    this.#kept = this.#link.anchor(caret)
  }

  #show(): void {
    this.#shown = this.text
    const found = this.#kept === null ? null : this.#link.index(this.#kept)
    this.#caret = found ?? Math.min(this.#caret, this.#shown.length)
    this.#kept = this.#link.anchor(this.#caret)
  }
}

it.each([1, 2, 3])(
  '[SYNC-107] three people type in one card, coming and going, each message late by its own time: every letter once, every caret where it was left, every undo only its owner’s (seed %i)',
  async (seed) => {
    const chance = chances(seed)
    const delays = chances(seed + 1_000)
    for (const letters of PEOPLE) writers.push(new Writer(letters, delays))
    await Promise.all(writers.map((one) => one.ready()))
    const [first] = writers
    if (!first) throw new Error('nobody came')
    addCard(
      first.doc,
      { kind: 'need', at: [0, 0], id: CARD, body: '···' },
      { source: 'server', why: 'command' },
    )
    await vi.waitFor(() => expect(writers.map(({ text }) => text)).toEqual(['···', '···', '···']))
    writers.forEach((one, i) => one.goes(i + 1))

    for (let step = 0; step < STEPS; step++) {
      for (const one of writers) {
        const what = chance()
        if (what < 0.6) one.types(chance())
        else if (what < 0.7) one.erases()
        else if (what < 0.74) one.leaves()
        else if (what < 0.84) one.returns()
      }
      // Now and then what was sent arrives before the next key; otherwise all is written at once.
      if (chance() < 0.3) await new Promise((resolve) => setTimeout(resolve, chance() * 6))
    }

    /** All have the same text: the dots, and behind each what one person wrote there and did not take away. */
    const agree = async (): Promise<void> => {
      for (const one of writers) one.returns()
      const whole = writers.map(({ own }) => `·${own}`).join('')
      await vi.waitFor(() => expect(writers.map(({ text }) => text)).toEqual([whole, whole, whole]), 10_000)
      // Every caret stands behind what its owner wrote last; where nothing is left, behind the dot they began at.
      for (const [nth, one] of writers.entries())
        expect(one.before(whole.length)).toBe(
          writers.slice(0, nth + 1).reduce((text, { own }) => `${text}·${own}`, ''),
        )
    }
    await agree()

    // One after the other takes back what is theirs, while those that follow go on writing.
    for (const [nth, one] of writers.entries()) {
      one.undoesAll()
      for (const other of writers.slice(nth + 1)) other.types(chance())
      await agree()
    }
    expect(first.text).toBe('···')
  },
  30_000,
)

it('[SYNC-107] among equal letters the caret says which was written, so that another’s caret keeps its place', async () => {
  const [anna, bruno] = ['a', 'a'].map((letters) => new Writer(letters, chances(7))) as [Writer, Writer]
  writers.push(anna, bruno)
  await Promise.all(writers.map((one) => one.ready()))
  addCard(
    anna.doc,
    { kind: 'need', at: [0, 0], id: CARD, body: 'aaaa' },
    { source: 'server', why: 'command' },
  )
  await vi.waitFor(() => expect(bruno.text).toBe('aaaa'))
  anna.goes(0)
  bruno.goes(2)
  anna.types(0)
  await vi.waitFor(() => expect(bruno.text).toBe('aaaaa'))
  expect(bruno.before(9)).toBe('aaa')
})
