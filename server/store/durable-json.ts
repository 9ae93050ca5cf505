import { basename, dirname } from 'node:path'
import type { Adapter } from 'lowdb'
import { TEMPORARY, writeSynced, type Files } from './files.ts'
import type { StoreLog } from './store-log.ts'

interface DurableJson<T> {
  readonly files: Files
  readonly path: string
  /** Turns what was read into what is meant; throws what is wrong and where. */
  readonly parse: (read: unknown) => T
  readonly log: StoreLog
}

/** A JSON file, and the one before it, that cannot be used. Nothing was changed. */
export class JsonUnusable extends Error {
  override readonly name = 'JsonUnusable'
}

/**
 * An adapter of lowdb whose write is durable when it resolves: temporary file, sync, rename, sync of the folder. The
 * generation before is kept as `.bak` and used, with a warning, when the current one cannot be read. (lowdb's own
 * writer never calls fsync.) Read once before writing; write again only after the write before has settled.
 */
export function durableJson<T>({ files, path, parse, log }: DurableJson<T>): Adapter<T> {
  const previous = `${path}.bak`
  let current: 'sound' | 'damaged' | 'absent' = 'absent'

  const readOne = async (from: string): Promise<T> =>
    parse(JSON.parse((await files.readAll(from)).toString('utf8')))

  return {
    async read() {
      const names = await files.list(dirname(path))
      const there = (file: string): boolean => names.includes(basename(file))
      if (!there(path) && !there(previous)) return null
      try {
        const value = await readOne(path)
        current = 'sound'
        return value
      } catch (error) {
        current = there(path) ? 'damaged' : 'absent'
        const reason = messageOf(error)
        const value = await readOne(previous).catch((second: unknown) =>
          giveUp(path, reason, messageOf(second)),
        )
        log.warn(
          { event: 'registry.damaged', file: path, reason },
          `${path} cannot be read; the generation before it (.bak) is used`,
        )
        return value
      }
    },
    async write(data) {
      const aside = `${path}${TEMPORARY}`
      await writeSynced(files, aside, Buffer.from(`${JSON.stringify(data, null, 1)}\n`, 'utf8'))
      // A damaged file must not push the sound generation out of `.bak`.
      if (current !== 'absent') await files.rename(path, current === 'sound' ? previous : `${path}.damaged`)
      current = 'absent'
      await files.rename(aside, path)
      current = 'sound'
      await files.syncFolder(dirname(path))
    },
  }
}

function giveUp(path: string, first: string, second: string): never {
  throw new JsonUnusable(
    `${path} non è utilizzabile, e nemmeno la generazione precedente, ${basename(path)}.bak. Entrambi sono stati lasciati ` +
      'come sono. Rimetti una copia integra da un backup: `tavolo restore`.\n' +
      `${path} cannot be used: ${first}. Nor can the generation before it, ${basename(path)}.bak: ${second}. ` +
      'Both were left as they are. Put back a sound copy from a backup: `tavolo restore`.',
  )
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
