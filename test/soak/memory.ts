import { readFile } from 'node:fs/promises'
import { addCard } from '../../shared/board/commands/add-card.ts'
import * as Y from 'yjs'
import { connect, synced, type TestBoard } from '../server/running.ts'
import { House } from '../crash/convergence/house.ts'

/** Boards that are there at the same time; each is opened again and again, and let go in between. */
const BOARDS = 40
const PEOPLE = 5
const AT_ONCE = 8

/**
 * Opens boards with people at them and lets them go, `rounds` times, and follows what the process holds (Linux: VmRSS).
 * The slope is measured over the second half, when what is kept on purpose is there.
 */
export async function memoryRounds(rounds: number, isTime: () => boolean) {
  const house = await House.open()
  const boards: TestBoard[] = []
  for (let n = 0; n < BOARDS; n++) boards.push(await house.board({ model: 'quartieri-connessi' }))
  const rssMb: number[] = []
  const marks: { boards: number; kb: number }[] = []
  let done = 0
  const tenth = Math.max(1, Math.floor(rounds / 10))
  for (let next = 0; next < rounds && isTime(); next += AT_ONCE) {
    await Promise.all(
      Array.from({ length: AT_ONCE }, (_, n) =>
        comeAndGo(house, boards[(next + n) % BOARDS], next % 10 === 0),
      ),
    )
    done += AT_ONCE
    if (Math.floor(done / tenth) > rssMb.length) {
      // Let go are boards half a second after the last one left.
      await new Promise((resolve) => setTimeout(resolve, 1500))
      const kb = await rssOf(house.pid)
      marks.push({ boards: done, kb })
      rssMb.push(Math.round(kb / 1024))
    }
  }
  await house.close()
  const half = marks.slice(Math.floor(marks.length / 2))
  const [from, to] = [half[0], half.at(-1)]
  const slopeKb = from && to && to.boards > from.boards ? (to.kb - from.kb) / (to.boards - from.boards) : 0
  return { boards: done, connections: done * PEOPLE, slopeKb, rssMb }
}

async function comeAndGo(house: House, board: TestBoard | undefined, writes: boolean): Promise<void> {
  if (!board || house.port === null) return
  const url = `http://127.0.0.1:${house.port}`
  const people = Array.from({ length: PEOPLE }, () =>
    connect({ url }, board, board.keys.editor, undefined, new Y.Doc()),
  )
  await Promise.all(people.map(({ provider }) => synced(provider)))
  if (writes && people[0]) addCard(people[0].doc, { kind: 'note', at: [0, 0], title: 'di passaggio' })
  await new Promise((resolve) => setImmediate(resolve))
  for (const person of people) person.close()
}

async function rssOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0)
}
