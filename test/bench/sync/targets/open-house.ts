import type { Program } from './program.ts'
import type { Dialect, Running } from './target.ts'

/** The y-websocket protocol and nothing else. */
export const PLAIN: Dialect = { acknowledges: false, answers: true, prefix: new Uint8Array(), greeting: [] }

/** A server that lets in everybody and makes a board when it is named. */
export function openHouse(program: Program, port: string, dialectOf: (board: string) => Dialect): Running {
  return {
    ...program,
    makeBoards: (count) =>
      Promise.resolve(
        Array.from({ length: count }, (_, n) => ({ id: `board-${program.pid}-${n}`, key: '' })),
      ),
    seats: ({ id }, count) => {
      const seat = { url: `ws://127.0.0.1:${port}/${id}`, protocols: [], dialect: dialectOf(id) }
      return Promise.resolve(Array.from({ length: count }, () => seat))
    },
  }
}
