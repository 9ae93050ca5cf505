import { watch } from 'node:fs'
import { join } from 'node:path'

/** In the middle of what the server is killed. */
export const AIMS = ['anything', 'snapshot', 'segment', 'retiring', 'erasure', 'registry', 'start'] as const
export type Aim = (typeof AIMS)[number]

/** Where in the data folder one sees that it has begun, and the name that shows there. */
const SIGNS: Readonly<
  Record<Exclude<Aim, 'anything' | 'start' | 'erasure'>, readonly [folder: string, name: RegExp]>
> = {
  snapshot: ['boards/snapshots', /\.snap\.tmp$/],
  segment: ['boards/log', /\.log\.tmp$/],
  retiring: ['boards/history', /\.log$/],
  registry: ['.', /registry\.json\.tmp$/],
}

/**
 * Resolves at the moment to kill: when the sign is seen for the `skip`-th time, true, or when nothing was seen in
 * `patienceMs`, false. A server that has nothing of the kind to do is killed at some moment.
 */
export function sighting(
  folder: string,
  aim: Exclude<Aim, 'erasure'>,
  skip: number,
  patienceMs: number,
): Promise<boolean> {
  if (aim === 'anything' || aim === 'start')
    return new Promise((resolve) => setTimeout(resolve, patienceMs, false))
  const [where, name] = SIGNS[aim]
  return new Promise((resolve) => {
    let left = skip
    const watcher = watch(join(folder, where), (_event, file) => {
      if (file !== null && name.test(file) && left-- <= 0) finish(true)
    })
    const timer = setTimeout(() => finish(false), patienceMs)
    const finish = (isSeen: boolean): void => {
      clearTimeout(timer)
      watcher.close()
      resolve(isSeen)
    }
  })
}
