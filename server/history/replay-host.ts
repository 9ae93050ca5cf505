import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { Replay, type ReplayAnswer, type ReplayJob } from './replay.ts'

/** Where records are gone through. */
export interface ReplayHost {
  run(job: ReplayJob): Promise<ReplayAnswer>
  close(): Promise<void>
}

/** After so long without a job, the documents and the thread that held them go. */
const IDLE_MS = 30_000
/** How long this thread is kept busy at most before others have their turn. */
const SLICE_MS = 8
/** Beside the built server lies the thread it starts; in development and tests there is none, and this one does it. */
const THREADS = ['./history-thread.js', '../history-thread.js'].map((path) => new URL(path, import.meta.url))

export function replayHost(): ReplayHost {
  const thread = THREADS.find((url) => existsSync(url))
  return thread ? threadHost(thread) : sameThreadHost()
}

/** A thread of its own: loading and encoding a large board takes longer than a full room may be kept waiting. */
export function threadHost(thread: URL, idleMs = IDLE_MS): ReplayHost {
  let worker: Worker | null = null
  let lastTurn: Promise<unknown> = Promise.resolve()
  const idle = idleTimer(idleMs, () => void stop())

  async function stop(): Promise<void> {
    const ended = worker
    worker = null
    await ended?.terminate()
  }

  function ask(job: ReplayJob): Promise<ReplayAnswer> {
    const asked = (worker ??= started(thread))
    return new Promise((resolve, reject) => {
      const end = (error: Error): void => {
        if (worker === asked) worker = null
        reject(error)
      }
      const gone = (): void => end(new Error('The thread of the history ended'))
      asked.once('exit', gone).once('error', end)
      asked.once('message', (answer: ReplayAnswer) => {
        asked.off('exit', gone).off('error', end)
        resolve(answer)
      })
      asked.postMessage(job)
    })
  }

  return {
    run(job) {
      idle.stop()
      const answered = lastTurn.then(() => ask(job))
      lastTurn = answered.catch(() => undefined).then(idle.start)
      return answered
    },
    async close() {
      idle.stop()
      await lastTurn
      idle.stop()
      await stop()
    },
  }
}

function started(thread: URL): Worker {
  const worker = new Worker(thread)
  worker.unref()
  return worker
}

/** This thread, a little at a time. */
export function sameThreadHost(idleMs = IDLE_MS): ReplayHost {
  const replay = new Replay()
  const idle = idleTimer(idleMs, () => replay.forget())
  return {
    async run(job) {
      idle.stop()
      let untilMs = performance.now() + SLICE_MS
      try {
        return await replay.run(job, () =>
          performance.now() < untilMs
            ? null
            : new Promise((resolve) =>
                setImmediate(() => {
                  untilMs = performance.now() + SLICE_MS
                  resolve()
                }),
              ),
        )
      } finally {
        idle.start()
      }
    },
    async close() {
      idle.stop()
      replay.forget()
    },
  }
}

function idleTimer(idleMs: number, run: () => void): { start: () => void; stop: () => void } {
  let timer: NodeJS.Timeout | null = null
  const stop = (): void => {
    if (timer) clearTimeout(timer)
    timer = null
  }
  return {
    stop,
    start() {
      stop()
      timer = setTimeout(run, idleMs).unref()
    },
  }
}
