import { cardsToChange, layCards } from '../load/cards.ts'
import { replacing, type Id } from '../load/mover.ts'
import { Person } from '../load/person.ts'
import { pause, steadily } from '../load/steadily.ts'
import { Deliveries } from '../measure/deliveries.ts'
import { Histogram } from '../measure/histogram.ts'
import { memoryOf, watchMemory } from '../measure/memory.ts'
import { shown, spread } from '../measure/spread.ts'
import { atLeast, atMost, cellsOf, NO_GOAL } from '../report/goal.ts'
import type { Running, Target } from '../targets/target.ts'
import { rangesOf } from '../wire/ranges.ts'
import { inRounds, type Workload } from './workload.ts'

const WRITERS = 20
/** Each replaces the one before, so that the board itself stays small. */
const LETTERS = 10_000
const WRITES_PER_SECOND = 500
const WATCH_MS = 5000

interface Cost {
  readonly before: number
  readonly growth: number
  readonly later: number
  readonly closedWith: number | null
  readonly witnessed: number
}

/** S8: somebody stops reading while the others write. */
export const slowReader: Workload = {
  name: 's8',
  about: 'a reader that stops reading while 50 MB are written',
  async run(plan) {
    const writes = plan.isQuick ? 1000 : 5000
    const costs = await inRounds(plan, 'S8', (target) =>
      plan.withServer(target, (running) => costOf(running, writes)),
    )
    return {
      title: 'S8 A reader that stops reading',
      ran: `${WRITERS} people write ${shown(writes)} values of ${shown(LETTERS / 1000)} kB, ${WRITES_PER_SECOND} a second, each in the place of the one before; one reader stops reading, a witness goes on. Growth is the most that was seen over the memory before; ${plan.repeat} runs each: median (least–most).`,
      columns: [
        ...['server', 'RSS before MB', 'growth MB', `RSS ${WATCH_MS / 1000} s after the end`],
        ...['the reader was', 'witness got', 'to reach', ''],
      ],
      rows: [...costs].map(([target, seen]) => rowOf(target, seen, writes)),
    }
  },
}

async function costOf(running: Running, writes: number): Promise<Cost> {
  const [board] = await running.makeBoards(1)
  if (!board) throw new Error('no board')
  const [setter, slowSeat, witnessSeat, ...seats] = await running.seats(board, WRITERS + 3)
  if (!setter || !slowSeat || !witnessSeat) throw new Error('no seats')
  const { update, places } = cardsToChange(WRITERS, { key: 'nota', value: '' })
  await layCards(setter, update)
  const deliveries = new Deliveries(new Histogram())
  const receiver = deliveries.receiver(0)
  const witness = await Person.sit(witnessSeat, {
    onUpdate: (bytes, from, to) => receiver.take(rangesOf(bytes.subarray(from, to)), performance.now()),
  })
  const writers = await Promise.all(seats.map((seat) => Person.sit(seat)))
  for (const { clientId } of writers) deliveries.writer(clientId, 0)
  const slow = await Person.sit(slowSeat)
  const last: Id[] = [...places]
  await pause(2000)
  const before = memoryOf(running.pid).rss
  const most = watchMemory(running.pid)
  slow.socket.raw.pause()
  deliveries.open()
  await new Promise<void>((resolve) => {
    const stream = steadily(WRITES_PER_SECOND, (n) => {
      if (n >= writes) return void (stream.stop(), resolve())
      const [writer, place] = [writers[n % WRITERS], last[n % WRITERS]]
      if (!writer || !place) return
      const id = { client: writer.clientId, clock: Math.floor(n / WRITERS) }
      deliveries.sent(writer.clientId, performance.now())
      writer.write(replacing(place, id, String(n).padStart(LETTERS, '·')))
      last[n % WRITERS] = id
    })
  })
  for (let left = 100; deliveries.delivered < writes && left > 0; left--) await pause(100)
  const growth = most() - before
  await pause(WATCH_MS)
  const later = memoryOf(running.pid).rss
  // What it was told last it reads only now.
  slow.socket.raw.resume()
  await pause(1000)
  const closedWith = slow.socket.closeCode
  for (const { socket } of [slow, witness, ...writers]) socket.drop()
  return { before, growth, later, closedWith, witnessed: deliveries.delivered }
}

function rowOf(target: Target, seen: readonly Cost[], writes: number): string[] {
  const growth = seen.map((cost) => cost.growth)
  const witnessed = seen.map((cost) => cost.witnessed)
  const ends = new Set(
    seen.map(({ closedWith }) => (closedWith === null ? 'kept' : `closed (${closedWith})`)),
  )
  return [
    target.name,
    spread(seen.map(({ before }) => before)),
    spread(growth),
    spread(seen.map(({ later }) => later)),
    [...ends].join(', '),
    `${spread(witnessed)} of ${shown(writes)}`,
    ...(target.isOurs
      ? cellsOf([
          atMost('growth', Math.max(...growth), 16, ' MB'),
          atLeast('witness got', Math.min(...witnessed), writes, ''),
        ])
      : NO_GOAL),
  ]
}
