import { median } from '../sync/measure/spread.ts'

/** One thing that is timed: prepared once, then run as often as it takes. */
export interface Measure {
  readonly name: string
  readonly run: (fresh: never) => unknown
  /** What each run needs anew, because of values seen before more is remembered; it is not timed. */
  readonly fresh?: () => unknown
  /** Its 95th percentile is told beside the median. */
  readonly tail?: boolean
}

/** Milliseconds of a measure at each size; the first measure of a suite is what the others are compared with. */
export interface Figures {
  readonly name: string
  readonly sizes: readonly number[]
  readonly ms: readonly number[]
  readonly tails: readonly (number | null)[]
  /** How many times as long as the first measure of the suite, at each size. */
  readonly times: readonly number[]
}

const LEAST_RUNS = 3
/** What takes this long is run once. */
const LONG_MS = 2000
const WARM_MS = 500
const MOST_RUNS = 60
const ENOUGH_MS = 500

/** Runs the measures of a suite at each size, one after the other in one process. */
export async function measured(
  sizes: readonly number[],
  suite: (size: number) => readonly Measure[] | Promise<readonly Measure[]>,
): Promise<Figures[]> {
  const runs: Timed[][] = []
  for (const size of sizes) {
    const timed: Timed[] = []
    for (const measure of await suite(size)) {
      process.stderr.write(`${size} ${measure.name}\n`)
      timed.push(await timeOf(measure))
    }
    runs.push(timed)
  }
  return (runs[0] ?? []).map(({ name }, at) => {
    const ms = runs.map((timed) => timed[at]?.ms ?? NaN)
    return {
      name,
      sizes,
      ms,
      tails: runs.map((timed) => timed[at]?.tail ?? null),
      times: ms.map((one, n) => one / (runs[n]?.[0]?.ms ?? NaN)),
    }
  })
}

interface Timed {
  readonly name: string
  readonly ms: number
  readonly tail: number | null
}

async function timeOf({ name, run, fresh, tail = false }: Measure): Promise<Timed> {
  const once = async (): Promise<number> => {
    const made = fresh?.()
    const begun = performance.now()
    await run(made as never)
    return performance.now() - begun
  }
  // What takes long is its own warming up; the rest is run until the engine has compiled it.
  const first = await once()
  if (first > LONG_MS) return { name, ms: first, tail: tail ? first : null }
  const warm = spentFrom()
  while (warm() < WARM_MS) await once()
  globalThis.gc?.()
  const times: number[] = []
  for (const spent = spentFrom(); goesOn(times.length, spent());) times.push(await once())
  const slow = [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]
  return { name, ms: median(times), tail: tail ? (slow ?? null) : null }
}

function spentFrom(): () => number {
  const begun = performance.now()
  return () => performance.now() - begun
}

const goesOn = (runs: number, spent: number): boolean =>
  runs < 1 || (spent < LONG_MS && (runs < LEAST_RUNS || (spent < ENOUGH_MS && runs < MOST_RUNS)))

/** The power of the size with which the time grows between the first and the last size: 1 is as fast as the size. */
export function growth({ sizes, ms }: Pick<Figures, 'sizes' | 'ms'>): number {
  const [from, to] = [sizes[0] ?? NaN, sizes.at(-1) ?? NaN]
  return Math.log((ms.at(-1) ?? NaN) / (ms[0] ?? NaN)) / Math.log(to / from)
}
