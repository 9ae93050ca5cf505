import type { Browser, Page } from 'playwright-core'

/** Main-thread time of frames, in milliseconds. */
export interface Frames {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly most: number
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

const CATEGORIES = [
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
  '__metadata',
]
const FRAME = 'BeginMainThreadFrame'
/** An empty page's frame costs about half of this. */
const IDLE_MS = 0.8

/**
 * Does something and tells what its frames cost the page's main thread: processor time of all tasks (script, style, layout,
 * paint, collection) from one frame's beginning to the next one's, idle frames left out. What is left of 16.7 ms is what the page could still do.
 */
export async function framesOf(browser: Browser, page: Page, act: () => Promise<void>): Promise<Frames> {
  await browser.startTracing(page, { categories: CATEGORIES })
  await act()
  const trace = await browser.stopTracing()
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: TraceEvent[] }
  return summaryOf(costs(traceEvents))
}

function costs(events: readonly TraceEvent[]): number[] {
  const threads = new Set(
    events.flatMap(({ name, args, pid, tid }) =>
      name === 'thread_name' && args?.name === 'CrRendererMain' ? `${pid}.${tid}` : [],
    ),
  )
  const busiest = [...threads]
    .map((thread) => events.filter(({ pid, tid }) => `${pid}.${tid}` === thread))
    .sort((a, b) => beginnings(b).length - beginnings(a).length)[0]
  if (!busiest) return []
  const starts = beginnings(busiest)
  const sums = starts.map(() => 0)
  let frame = -1
  for (const { ts, tdur, dur } of busiest.filter(isTask).sort((a, b) => a.ts - b.ts)) {
    while ((starts[frame + 1] ?? Infinity) <= ts) frame++
    if (frame >= 0) sums[frame] = (sums[frame] ?? 0) + (tdur ?? dur ?? 0) / 1000
  }
  // The last one has no end; those in which nothing came and nothing was done would only hide the others.
  return sums.slice(0, -1).filter((cost) => cost >= IDLE_MS)
}

/** A frame begins with the task in which it does. */
function beginnings(events: readonly TraceEvent[]): number[] {
  const tasks = events.filter(isTask).sort((a, b) => a.ts - b.ts)
  let at = 0
  const starts = events
    .filter(({ name }) => name === FRAME)
    .map(({ ts }) => ts)
    .sort((a, b) => a - b)
    .map((ts) => {
      while (at + 1 < tasks.length && (tasks[at + 1]?.ts ?? Infinity) <= ts) at++
      const task = tasks[at]
      return task && task.ts <= ts && ts <= task.ts + (task.dur ?? 0) ? task.ts : ts
    })
  return [...new Set(starts)]
}

const isTask = ({ name, ph }: TraceEvent): boolean => ph === 'X' && name.endsWith('RunTask')

function summaryOf(values: readonly number[]): Frames {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), most: at(1) }
}
