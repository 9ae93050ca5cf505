import { parentPort } from 'node:worker_threads'
import { Replay, type ReplayJob } from './replay.ts'

/** The thread that the built server starts when somebody asks for a story (`replay-host.ts`): one job, one answer. */
const replay = new Replay()
parentPort?.on('message', (job: ReplayJob) => {
  void replay.run(job).then((answer) => parentPort?.postMessage(answer))
})
