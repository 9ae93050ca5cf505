import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createBoard, temporaryFolder, type TestBoard } from '../../server/running.ts'
import { startBuilt } from '../built-server.ts'
import { dice, type Dice } from '../convergence/dice.ts'
import { AIMS, sighting, type Aim } from './aim.ts'
import { startLoad, type Load } from './load.ts'
import { Promises } from './promises.ts'

export interface KillFigures {
  kills: number
  /** How often the server was hit in the middle of what was aimed at. */
  readonly hits: Record<Aim, number>
  written: number
  promised: number
  readonly problems: string[]
}

/** Then people go on at a new board: one that is full would take nothing more. */
const ROUNDS_A_BOARD = AIMS.length

/**
 * Kills the server `kills` times, each time in the middle of something else, and holds each one that comes back to
 * everything that those before it had promised. All in one temporary folder; ends at the first broken promise.
 */
export async function killRounds(kills: number, seed: number): Promise<KillFigures> {
  const roll = dice(seed)
  const folder = await temporaryFolder()
  const hits = Object.fromEntries(AIMS.map((aim) => [aim, 0])) as Record<Aim, number>
  const figures: KillFigures = { kills: 0, hits, written: 0, promised: 0, problems: [] }
  const promises = new Promises(folder.path)
  let board: TestBoard | null = null
  try {
    for (let n = 0; n <= kills && figures.problems.length === 0; n++) {
      const aim = AIMS[n % AIMS.length] ?? 'anything'
      if (aim === 'start' && n < kills) await killAtStart(folder.path, roll, figures)
      const server = await startBuilt(folder.path, sizesFor(aim))
      try {
        const operatorKey = (await readFile(join(folder.path, 'operator.key'), 'utf8')).trim()
        if (!board || n % ROUNDS_A_BOARD === 0) board = await createBoard({ url: server.url, operatorKey })
        figures.problems.push(...(await promises.brokenAt(server.url, n === kills)))
        if (n === kills || figures.problems.length > 0) break
        const load = await startLoad({ url: server.url, operatorKey }, board, promises, aim !== 'retiring')
        await load.underWay()
        const isHit = await moment(aim, load, folder.path, roll)
        await server.kill()
        await load.end()
        figures.kills++
        if (isHit) figures.hits[aim]++
        figures.written += load.written()
      } finally {
        await server.kill()
      }
    }
  } catch (error) {
    figures.problems.push(String((error as Error).stack ?? error))
  } finally {
    figures.promised = promises.count
    await folder.remove()
  }
  return figures
}

/** Resolves when the server is to be killed; true when it was seen to do what is aimed at. */
async function moment(aim: Aim, load: Load, folder: string, roll: Dice): Promise<boolean> {
  if (aim !== 'erasure')
    return sighting(folder, aim, roll(3), aim === 'anything' || aim === 'start' ? roll(400) : 8000)
  await load.erasing()
  await new Promise((resolve) => setTimeout(resolve, roll(30)))
  return load.isErasing()
}

/** The usual sizes where only the moment counts, small ones where it must come soon. */
const sizesFor = (aim: Aim): Record<string, string> => ({
  TAVOLO_LOG_LEVEL: 'error',
  TAVOLO_SMALL: aim === 'anything' ? '0' : '1',
})

/** Kills a server while it still reads the folder; one that was quicker is killed idle. */
async function killAtStart(folder: string, roll: Dice, figures: KillFigures): Promise<void> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), 60 + roll(500))
  try {
    const server = await startBuilt(folder, { TAVOLO_LOG_LEVEL: 'error' }, abort.signal)
    await server.kill()
  } catch (error) {
    if (!abort.signal.aborted) throw error
    figures.hits.start++
  } finally {
    clearTimeout(timer)
    figures.kills++
  }
}
