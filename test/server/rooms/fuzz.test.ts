import { pino } from 'pino'
import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { editText } from '../../../shared/board/commands/edit-card.ts'
import { linkCards } from '../../../shared/board/commands/link-cards.ts'
import { cardsOf } from '../../../shared/board/schema.ts'
import type { BoardId, ParticipantId } from '../../../shared/ids.ts'
import { createMetrics } from '../../../server/metrics.ts'
import {
  answerFrame,
  presenceFrame,
  readFrame,
  stateVectorFrame,
  updateFrame,
} from '../../../server/rooms/frames.ts'
import { loadBoard } from '../../../server/rooms/load-board.ts'
import { greet, receive } from '../../../server/rooms/receive.ts'
import { Room } from '../../../server/rooms/room.ts'
import { Session } from '../../../server/rooms/session.ts'
import { Turns } from '../../../server/rooms/turns.ts'
import { craftUpdate, type Crafted, type Ref } from './crafted-update.ts'
import { memoryStore } from '../../../server/store/memory-store.ts'
import type { BoardStore } from '../../../server/store/board-store.ts'

const BOARD = 'fuzz' as BoardId
/** With these rounds and seeds 120,000 hostile frames; more, and others, by FUZZ_ROUNDS and FUZZ_SEED. */
const ROUNDS = Number(process.env['FUZZ_ROUNDS'] ?? 15_000)
const seeds = (...usual: number[]): number[] =>
  process.env['FUZZ_SEED'] ? process.env['FUZZ_SEED'].split(',').map(Number) : usual
const EMPTY_ANSWER = answerFrame(Y.encodeStateAsUpdate(new Y.Doc()))

/** Numbers that look like chance and are the same at every run (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

let store: BoardStore
let room: Room
let failures: number

beforeEach(async () => {
  store = memoryStore()
  failures = 0
  room = await Room.open(
    BOARD,
    {
      store,
      log: pino({ level: 'silent' }),
      metrics: createMetrics(),
      personOf: () => ({ participant: null, name: '', organisation: '', colour: '#5c6f82' }),
      tellAuthors: () => '',
      tellSpeakers: () => '',
      now: () => 0,
      restMs: 60_000,
      foldMs: 60_000,
      turns: new Turns(),
    },
    { generation: 1, archived: false, cursors: true },
    () => failures++,
  )
})

const sit = (participant: string): { session: Session; closed: () => number | null } => {
  let code: number | null = null
  const session = new Session(
    { participant: participant as ParticipantId, role: 'editor' },
    { send: () => undefined, close: (reason) => (code = reason), bufferedBytes: () => 0 },
  )
  greet(room, session)
  return { session, closed: () => code }
}

/** A board with a bit of everything, and the updates that made it. */
function someUpdates(): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const fund = addCard(doc, { kind: 'fund', at: [0, 0], title: 'FSE', fields: { ceilingCents: 100 } })
  const action = addCard(doc, {
    kind: 'action',
    at: [10, 10],
    title: 'Sede',
    fields: { places: ['Lorenteggio'] },
  })
  if (!fund || !action) throw new Error('full')
  linkCards(doc, { kind: 'finances', from: fund, to: action, fields: { cents: 5000 } })
  editText(doc, action, 'title', 'Sede nuova')
  editText(doc, action, 'title', 'Sede')
  cardsOf(doc).delete(fund)
  updates.push(Y.encodeStateAsUpdate(doc))
  return updates
}

function mutated(bytes: Uint8Array, roll: (below: number) => number): Uint8Array {
  let copy: Uint8Array = Uint8Array.from(bytes)
  for (let changes = 1 + roll(3); changes > 0; changes--) {
    const at = roll(copy.length)
    const kind = roll(4)
    if (kind === 0) copy[at] = roll(256)
    else if (kind === 1) copy[at] = (copy[at] ?? 0) ^ (1 << roll(8))
    else if (kind === 2) copy = copy.slice(0, at)
    else copy = repeated(copy, at, roll(8))
    if (copy.length === 0) copy = Uint8Array.of(roll(256))
  }
  return copy
}

/** Some bytes come twice. */
function repeated(bytes: Uint8Array, from: number, length: number): Uint8Array {
  const end = Math.min(bytes.length, from + length)
  const longer = new Uint8Array(bytes.length + end - from)
  longer.set(bytes.subarray(0, end))
  longer.set(bytes.subarray(from), end)
  return longer
}

/** What is kept is exactly what is in memory, and nothing waits in it for what will never come. */
async function expectSound(): Promise<void> {
  await room.settled()
  expect(failures).toBe(0)
  expect(room.doc.store.pendingStructs).toBeNull()
  expect(room.doc.store.pendingDs).toBeNull()
  const again = loadBoard(await store.load(BOARD))
  for (const doc of [again.doc, told()]) {
    expect(Y.decodeStateVector(Y.encodeStateVector(doc))).toEqual(
      Y.decodeStateVector(Y.encodeStateVector(room.doc)),
    )
    expect(doc.store.pendingStructs).toBeNull()
    for (const root of ['cards', 'links', 'board'])
      expect(doc.getMap(root).toJSON()).toEqual(room.doc.getMap(root).toJSON())
  }
}

/** The document of somebody who joins now. */
function told(): Y.Doc {
  const doc = new Y.Doc()
  const session = new Session(
    { participant: 'late' as ParticipantId, role: 'viewer' },
    {
      send(packets) {
        for (const { payload } of packets) {
          const frame = readFrame(payload)
          if (frame?.kind === 'write') Y.applyUpdate(doc, frame.update)
        }
      },
      close: () => undefined,
      bufferedBytes: () => 0,
    },
  )
  room.people.answer(session, Uint8Array.of(0))
  return doc
}

describe('whatever bytes come', () => {
  it('chance bytes are no frame, or change nothing', async () => {
    const roll = dice(1)
    const before = room.doc.getMap('cards').toJSON()
    for (let round = 0; round < ROUNDS; round++) {
      const bytes = Uint8Array.from({ length: 1 + roll(40) }, () => roll(256))
      for (const frame of [bytes, updateFrame(bytes), Uint8Array.of(110, ...bytes)]) {
        const { session } = sit('stranger')
        receive(room, session, frame)
        room.takeTurn()
        room.people.leave(session)
      }
    }
    await expectSound()
    expect(room.doc.getMap('cards').toJSON()).toEqual(before)
  })

  it.each(seeds(2, 3, 4))('damaged frames of every kind leave a sound board (seed %i)', async (seed) => {
    const roll = dice(seed)
    const honest = sit('honest')
    receive(room, honest.session, EMPTY_ANSWER)
    for (const update of someUpdates()) receive(room, honest.session, updateFrame(update))
    room.takeTurn()
    const frames = [
      ...someUpdates().flatMap((update) => [updateFrame(update), answerFrame(update)]),
      ...someUpdates()
        .map((update) => mutated(update, roll))
        .map(updateFrame),
      stateVectorFrame(Y.encodeStateVector(room.doc)),
      presenceFrame([{ clientId: 5, clock: 1, state: '{"a":1}' }]),
    ]
    let applied = 0
    for (let round = 0; round < ROUNDS; round++) {
      const { session, closed } = sit(`stranger-${round}`)
      const frame = frames[roll(frames.length)] ?? frames[0]
      // Half of the damage is inside a well-formed frame, where it reaches the update.
      const bytes = roll(2) === 0 ? mutated(frame ?? new Uint8Array(1), roll) : inside(frame, roll)
      receive(room, session, bytes)
      receive(room, session, EMPTY_ANSWER)
      room.takeTurn()
      if (closed() === null) applied++
      room.people.leave(session)
    }
    expect(applied).toBeGreaterThan(0)
    expect(honest.closed()).toBeNull()
    await expectSound()
  })

  it.each(seeds(5, 6))('updates crafted struct by struct leave a sound board (seed %i)', async (seed) => {
    const roll = dice(seed)
    const honest = sit('honest')
    receive(room, honest.session, EMPTY_ANSWER)
    for (const update of someUpdates()) receive(room, honest.session, updateFrame(update))
    room.takeTurn()
    const before = room.doc.store.clients.size
    for (let round = 0; round < ROUNDS; round++) {
      const { session } = sit(`stranger-${roll(5)}`)
      receive(room, session, EMPTY_ANSWER)
      receive(room, session, updateFrame(craftedBy(roll)))
      room.takeTurn()
      room.people.leave(session)
    }
    // Some of it was sound: the board has new writers.
    expect(room.doc.store.clients.size).toBeGreaterThan(before)
    expect(honest.closed()).toBeNull()
    await expectSound()
  })
})

function inside(frame: Uint8Array | undefined, roll: (below: number) => number): Uint8Array {
  if (!frame || frame[0] !== 0) return Uint8Array.of(0)
  const header = frame.length > 130 ? 4 : 3
  return (frame[1] === 1 ? answerFrame : updateFrame)(mutated(frame.slice(header), roll))
}

/** An update whose structs name each other, and those of the board, by chance. */
function craftedBy(roll: (below: number) => number): Uint8Array {
  const known = [...room.doc.store.clients.keys()]
  const strangers = [11, 12, 13, 14, 15]
  const client = (): number =>
    roll(3) === 0 ? (known[roll(known.length)] ?? 11) : (strangers[roll(5)] ?? 11)
  const ref = (): Ref => {
    const of = client()
    return { client: of, clock: roll(Y.getState(room.doc.store, of) + 3) }
  }
  const word = (words: readonly string[]): string => words[roll(words.length)] ?? ''
  const content = (): Y.Item['content'] => {
    switch (roll(8)) {
      case 0:
        return new Y.ContentString(word(['x', 'ciao', 'più']))
      case 1:
        return new Y.ContentType(new Y.Map())
      case 2:
        return new Y.ContentType(new Y.Text())
      case 3:
        return new Y.ContentType(new Y.Array())
      case 4:
        return new Y.ContentDeleted(1 + roll(4))
      case 5:
        return new Y.ContentFormat('bold', 'true')
      default:
        return new Y.ContentAny([word(['note', 'x']), roll(9)].slice(0, 1 + roll(2)))
    }
  }
  const struct = (): Crafted =>
    roll(12) === 0
      ? { kind: 'gc', length: 1 + roll(3) }
      : {
          kind: 'item',
          content: content(),
          ...(roll(2) === 0 && { origin: ref() }),
          ...(roll(4) === 0 && { rightOrigin: ref() }),
          parent: roll(2) === 0 ? word(['cards', 'links', 'board', 'futuro']) : ref(),
          ...(roll(3) > 0 && { key: word(['a', 'b', 'title', 'body', 'kind', 'at']) }),
        }
  const blocks = Array.from({ length: 1 + roll(2) }, () => {
    const id = client()
    return {
      client: id,
      clock: Math.max(0, Y.getState(room.doc.store, id) + roll(3) - 1),
      structs: Array.from({ length: 1 + roll(4) }, struct),
    }
  })
  const deletes = roll(3) === 0 ? [{ ...ref(), length: 1 + roll(3) }] : []
  return craftUpdate(blocks, deletes)
}
