import { pause } from '../load/steadily.ts'
import type { Running } from '../targets/target.ts'
import { memoryOf } from './memory.ts'

/** Flags of Node with which a server collects its garbage when it is asked to from outside (`targets/collect.ts`). */
export const COLLECTING = ['--expose-gc', '--import', new URL('./collect.js', import.meta.url).href]

const AFTER_MS = 10_000

/** Memory of a server ten seconds after it was asked to collect its garbage, in megabytes. */
export async function collected(running: Running): Promise<number> {
  running.signal('SIGUSR2')
  await pause(AFTER_MS)
  return memoryOf(running.pid).rss
}
