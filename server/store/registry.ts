import { join } from 'node:path'
import { Low, Memory } from 'lowdb'
import { durableJson } from './durable-json.ts'
import type { Files } from './files.ts'
import { emptyRegistry, parseRegistry, type RegistryData } from './registry-data.ts'
import type { StoreLog } from './store-log.ts'

/**
 * Boards, keys, organisers, participants and receipts, in one JSON file. Read and changed by the plain functions of
 * `registry-boards.ts`, `registry-keys.ts`, `registry-organisers.ts`, `registry-participants.ts` and
 * `registry-contributions.ts`.
 */
export interface Registry {
  /** What is durable: a change is seen here only after it is on disk. */
  readonly data: RegistryData
  /**
   * Replaces the data by what `plan` makes of it and resolves, with its result, once that is durable. Changes asked for
   * while one is being written go to disk together, in their order. If the write fails nothing changes and it rejects.
   */
  change<R>(plan: Plan<R>): Promise<R>
  /** Waits for the changes under way. */
  close(): Promise<void>
}

/** Pure: what the data become (the same object if nothing changes), and an answer for who asked. */
export type Plan<R> = (data: RegistryData) => { readonly data: RegistryData; readonly result: R }

/** Opens `registry.json` in a folder, empty if there is none. Throws JsonUnusable if what is there cannot be read. */
export async function openRegistry(folder: string, files: Files, log: StoreLog): Promise<Registry> {
  const path = join(folder, 'registry.json')
  const low = new Low(durableJson({ files, path, parse: parseRegistry, log }), emptyRegistry)
  await low.read()
  return registryOver(low)
}

/** A registry that nothing keeps, for tests. */
export const memoryRegistry = (): Registry => registryOver(new Low(new Memory<RegistryData>(), emptyRegistry))

interface Job {
  /** Applies the plan and returns what is left to do once the data are durable. */
  apply(data: RegistryData): { readonly data: RegistryData; settle(): void }
  fail(error: unknown): void
}

function registryOver(low: Low<RegistryData>): Registry {
  let waiting: Job[] = []
  let writing: Promise<void> | null = null

  async function writeWaiting(): Promise<void> {
    while (waiting.length > 0) {
      const jobs = waiting
      waiting = []
      const { data, done } = applyAll(low.data, jobs)
      try {
        if (data !== low.data) await low.adapter.write(data)
        low.data = data
        for (const { settle } of done) settle()
      } catch (error) {
        for (const { job } of done) job.fail(error)
      }
    }
    writing = null
  }

  return {
    get data() {
      return low.data
    },
    change: (plan) =>
      new Promise((resolve, reject) => {
        waiting.push({
          apply(before) {
            const { data, result } = plan(before)
            return { data, settle: () => resolve(result) }
          },
          fail: reject,
        })
        writing ??= Promise.resolve().then(writeWaiting)
      }),
    close: async () => {
      await writing
    },
  }
}

/** Each plan on top of the one before; one that throws is left out and told. */
function applyAll(before: RegistryData, jobs: readonly Job[]) {
  let data = before
  const done: { readonly job: Job; readonly settle: () => void }[] = []
  for (const job of jobs) {
    try {
      const applied = job.apply(data)
      data = applied.data
      done.push({ job, settle: () => applied.settle() })
    } catch (error) {
      job.fail(error)
    }
  }
  return { data, done }
}
