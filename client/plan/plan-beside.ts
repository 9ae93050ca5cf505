import * as Y from 'yjs'
import type { Plan } from '../../shared/plan/plan.ts'
import { pagePacks } from '../packs.ts'
import { PlanReader, type PlanDelta } from './plan-delta.ts'
import type { Told } from './planner.ts'

/** The plan computed by a worker, which keeps a copy of the document up to date. */
export class PlanBeside {
  readonly #worker: Worker
  readonly #reader = new PlanReader()
  readonly #forward = (update: Uint8Array): void => this.#tell({ kind: 'update', update })

  /** `answered` gets each plan asked for; `failed` is called once if the worker cannot go on: the page then computes. */
  constructor(
    private readonly doc: Y.Doc,
    answered: (plan: Plan) => void,
    failed: () => void,
  ) {
    this.#worker = new Worker(new URL('./plan-worker.ts', import.meta.url), { type: 'module' })
    this.#worker.addEventListener('message', ({ data }: MessageEvent<PlanDelta>) =>
      answered(this.#reader.read(data)),
    )
    for (const event of ['error', 'messageerror'])
      this.#worker.addEventListener(event, () => {
        this.close()
        failed()
      })
    const packs = pagePacks()
    if (packs.length > 0) this.#tell({ kind: 'packs', packs })
    this.#tell({ kind: 'update', update: Y.encodeStateAsUpdate(doc) })
    doc.on('update', this.#forward)
  }

  /** Asks for the plan of the document as it is now. */
  ask(): void {
    this.#tell({ kind: 'plan' })
  }

  close(): void {
    this.doc.off('update', this.#forward)
    this.#worker.terminate()
  }

  #tell(told: Told): void {
    this.#worker.postMessage(told)
  }
}
