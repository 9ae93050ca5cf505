import type { Answer, Asked } from './importer.ts'

/** The importer in a worker. Answers come in the order of the questions. */
export class ImporterBeside {
  readonly #worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' })
  readonly #waiting: { take: (answer: Answer) => void; fail: (error: Error) => void }[] = []

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Answer>) =>
      this.#waiting.shift()?.take(data),
    )
    for (const event of ['error', 'messageerror'])
      this.#worker.addEventListener(event, () => {
        for (const { fail } of this.#waiting.splice(0)) fail(new Error('the file could not be read'))
      })
  }

  ask(asked: Asked): Promise<Answer> {
    return new Promise((take, fail) => {
      this.#waiting.push({ take, fail })
      this.#worker.postMessage(asked)
    })
  }

  close(): void {
    this.#worker.terminate()
  }
}
