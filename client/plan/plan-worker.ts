import { Planner, type Told } from './planner.ts'

/** The plan beside the page: the same functions on a copy of the document, so that a large board never holds up a hand. */
const planner = new Planner()

addEventListener('message', ({ data }: MessageEvent<Told>) => {
  const answer = planner.hear(data)
  if (answer) postMessage(answer)
})
