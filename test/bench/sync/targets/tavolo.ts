import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inTurns } from '../load/in-turns.ts'
import { PLAIN } from './open-house.ts'
import { startProgram } from './program.ts'
import type { Target } from './target.ts'

const MAIN = join(process.cwd(), 'dist', 'server', 'main.js')
/** Boards and participants are written to disk one after the other. */
const AT_ONCE = 10

/** Our server as it is shipped: durable, and everybody at a board a participant of their own. */
export const tavolo: Target = {
  name: 'Tavolo',
  isOurs: true,
  keeps: true,
  async start(folder, flags = []) {
    const env = { PORT: '0', HOST: '127.0.0.1', TAVOLO_DATA: folder, TAVOLO_LOG_LEVEL: 'warn' }
    const program = await startProgram([...flags, MAIN], env, /http:\/\/localhost:(\d+)/)
    const address = `127.0.0.1:${program.said[0] ?? ''}`
    const post = async <T>(path: string, key: string, body: object): Promise<T> => {
      const response = await fetch(`http://${address}/api/boards${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
      return (await response.json()) as T
    }
    return {
      ...program,
      async makeBoards(count) {
        const operator = (await readFile(join(folder, 'operator.key'), 'utf8')).trim()
        return inTurns(count, AT_ONCE, async (n) => {
          const board = { title: `Tavolo ${n}`, programme: 'pon-metro-2014-2020' }
          const { id, keys } = await post<{ id: string; keys: { editor: string } }>('', operator, board)
          return { id, key: keys.editor }
        })
      },
      seats: ({ id, key }, count) =>
        inTurns(count, AT_ONCE, async (n) => {
          const { token } = await post<{ token: string }>(`/${id}/participants`, key, {
            name: `Persona ${n}`,
          })
          return {
            url: `ws://${address}/sync/${id}`,
            protocols: ['tavolo', `key.${key}`, `who.${token}`],
            dialect: { ...PLAIN, acknowledges: true },
          }
        }),
    }
  },
}
