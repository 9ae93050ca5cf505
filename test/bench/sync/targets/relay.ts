import { fileURLToPath } from 'node:url'
import { openHouse, PLAIN } from './open-house.ts'
import { startProgram } from './program.ts'
import type { Target } from './target.ts'

const SERVER = fileURLToPath(new URL('./relay-server.js', import.meta.url))

/** The baseline of every workload. */
export const relay: Target = {
  name: 'plain relay',
  isOurs: false,
  keeps: false,
  async start(_folder, flags = []) {
    const program = await startProgram([...flags, SERVER], {}, /port (\d+)/)
    return openHouse(program, program.said[0] ?? '', () => ({ ...PLAIN, answers: false }))
  },
}
