import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { moveCards } from '../../shared/board/commands/move-cards.ts'
import type { CardId } from '../../shared/ids.ts'
import { readArguments } from '../bench/sync/arguments.ts'
import { cardsToChange } from '../bench/sync/load/cards.ts'
import { Mover } from '../bench/sync/load/mover.ts'
import { Cursors, cursorsIn, presenceState } from '../bench/sync/measure/cursors.ts'
import { Deliveries } from '../bench/sync/measure/deliveries.ts'
import { Histogram } from '../bench/sync/measure/histogram.ts'
import { median, spread } from '../bench/sync/measure/spread.ts'
import { pasted } from '../bench/sync/report/paste.ts'
import { atLeast, atMost, cellsOf } from '../bench/sync/report/goal.ts'
import { ReadOnce } from '../bench/sync/wire/read-once.ts'
import { WireSocket } from '../bench/sync/wire/wire-socket.ts'

// The benchmarks run for minutes and are no part of npm test; that they count right is.

it('percentiles: as many values as they say are not above them', () => {
  const times = new Histogram()
  for (let ms = 1; ms <= 1000; ms++) times.add(ms - 0.05)
  expect([times.quantile(0.05), times.quantile(0.5), times.quantile(0.99)]).toEqual([50, 500, 990])
  expect([times.count, times.max]).toEqual([1000, 999.95])
  times.add(90_000)
  expect(times.quantile(1)).toBeGreaterThan(59_000)
  times.clear()
  expect([times.count, times.max, times.quantile(0.5)]).toEqual([0, 0, NaN])
})

it('medians and spreads of several runs', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, NaN])
  expect([spread([3, 1, 2]), spread([2]), spread([])]).toEqual(['2 (1–3)', '2', '–'])
})

it('deliveries: joined edits count one by one, repeated ones once, own ones and gaps not at all', () => {
  const times = new Histogram()
  const deliveries = new Deliveries(times)
  deliveries.writer(7, 100)
  const [author, reader] = [deliveries.receiver(7), deliveries.receiver(8)]
  deliveries.sent(7, 0)
  deliveries.open()
  for (const sentMs of [10, 20, 30, 40]) deliveries.sent(7, sentMs)
  deliveries.close()
  deliveries.sent(7, 50)
  expect([deliveries.edits, deliveries.expected]).toEqual([4, 4])
  author.take([{ client: 7, from: 100, to: 106 }], 60)
  expect(deliveries.delivered).toBe(0)
  // The first edit was sent too early to count; the next two come in one frame, and then again with what follows.
  reader.take([{ client: 7, from: 100, to: 103 }], 25)
  reader.take([{ client: 7, from: 101, to: 104 }], 35)
  reader.take([{ client: 9, from: 0, to: 50 }], 36)
  expect([deliveries.delivered, times.max]).toEqual([3, 15])
  expect(deliveries.arrived).toBe(0)
  // Clock 104 never comes; clock 105 was sent too late to count.
  reader.take([{ client: 7, from: 105, to: 106 }], 70)
  expect([deliveries.delivered, times.count]).toEqual([3, 3])
  // What was sent before arrives while the window is open again.
  deliveries.sent(7, 80)
  deliveries.open()
  reader.take([{ client: 7, from: 106, to: 107 }], 90)
  expect([deliveries.arrived, deliveries.delivered, deliveries.expected, times.count]).toEqual([1, 0, 0, 4])
})

it('cursors: the newest counts, once for every observer, whatever was joined into it', () => {
  const times = new Histogram()
  const cursors = new Cursors(times)
  const look = cursors.observer(1)
  const frames = [2, 2, 1].map((who, n) => Buffer.from(presenceState(who, cursors.sent(who, n * 10))))
  look(cursorsIn(Buffer.concat(frames)), 30)
  look(cursorsIn(Buffer.concat(frames)), 40)
  // Both of person 2, but not the own one.
  expect([times.count, times.max]).toEqual([2, 30])
})

it('a mover makes the bytes that moveCards makes', () => {
  const { update, places } = cardsToChange(3)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const made: Uint8Array[] = []
  doc.on('update', (bytes: Uint8Array) => made.push(bytes))
  const [, place] = places
  if (!place) throw new Error('no place')
  const mover = new Mover(doc.clientID, 0, place)
  for (const to of [
    [10, 20],
    [3000, 70],
  ] as const) {
    moveCards(doc, [{ id: 'need-1' as CardId, to }])
    expect(mover.to(to[0], to[1])).toEqual(made.at(-1))
  }
  expect(made).toHaveLength(2)
})

it('what several people are sent is read once', () => {
  let reads = 0
  const lengths = new ReadOnce((frame) => (reads++, frame.length), 2)
  const bytes = Buffer.from('abcabdabc')
  expect([0, 3, 6].map((from) => lengths.of(bytes, from, from + 3))).toEqual([3, 3, 3])
  expect([lengths.of(bytes, 0, 2), reads]).toEqual([2, 3])
  expect([lengths.of(bytes, 3, 6), reads]).toEqual([3, 3])
  // The oldest had to go.
  expect([lengths.of(bytes, 0, 3), reads]).toEqual([3, 4])
})

it('the byte-level socket carries frames of every length, split and joined as they come', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (socket) => socket.on('message', (frame) => socket.send(frame)))
  await once(server, 'listening')
  const sizes = [0, 1, 125, 126, 65_535, 65_536, 900_000, 3]
  const got: Buffer[] = []
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/room`
  const closed = new Promise<number>((resolve) => {
    void WireSocket.open(url, [], {
      onFrame(bytes, from, to) {
        got.push(Buffer.from(bytes.subarray(from, to)))
        if (got.length === sizes.length) for (const socket of server.clients) socket.close(4503)
      },
      onClose: resolve,
    }).then((socket) => sizes.forEach((size) => socket.send(Buffer.alloc(size, size))))
  })
  expect(await closed).toBe(4503)
  expect(got).toEqual(sizes.map((size) => Buffer.alloc(size, size)))
  server.close()
})

it('a goal tells by how much it was missed', () => {
  expect(cellsOf([atMost('p99', 12.5, 10, ' ms'), atLeast('delivered', 100, 100, ' %')])).toEqual([
    'p99 ≤ 10 ms; delivered ≥ 100 %',
    'missed: p99 by 2.5 ms',
  ])
  expect(cellsOf([atMost('p99', 9, 10, ' ms')])).toEqual(['p99 ≤ 10 ms', 'reached'])
  expect(atMost('p99', NaN, 10, ' ms').isReached).toBe(false)
})

it('tables take the place of those before, and leave the rest of a document alone', () => {
  const first = pasted('# Reliability\n', 'bench:sync s1', '| old |')
  const both = pasted(first, 'bench:sync s2', '| other |')
  const again = pasted(both, 'bench:sync s1', '| new |')
  expect(again).toBe(both.replace('| old |', '| new |'))
  expect(again).toMatch(/^# Reliability\n\n<!-- bench:sync s1 -->[^]*\| new \|[^]*s2 -->[^]*\| other \|/)
})

it('arguments: workloads and options, and a sentence for what is neither', () => {
  const known = ['s1', 's2']
  expect(readArguments(['s2', '--quick', '--people', '10,60'], known)).toMatchObject({
    workloads: ['s2'],
    repeat: 1,
    people: [10, 60],
  })
  expect(readArguments(['--repeat', '5'], known)).toMatchObject({ workloads: [], repeat: 5, isQuick: false })
  expect(readArguments(['s9'], known)).toMatch(/no s9/)
  expect(readArguments(['--repeat', 'often'], known)).toMatch(/--repeat/)
  expect(readArguments(['--people', '0'], known)).toMatch(/--people/)
  expect(readArguments(['--out'], known)).toMatch(/--out wants a path/)
})
