import { shown } from '../sync/measure/spread.ts'
import type { Table } from '../sync/report/table.ts'
import { growth, type Figures } from './measured.ts'

const RAN: Readonly<Record<string, string>> = {
  cards:
    'A board in the proportions of a real one (needs, actions with dates, places, indicators and codes, frames of five actions, partners, running interventions), in one process. Milliseconds are the median of three to sixty runs after half a second of warming up (one run where it takes over two seconds), for an edit also the 95th percentile; the plan and the checks are of a board that nobody read before, an edit is one among many; × is how many times as long as writing the same board as JSON once; growth is the power of the size with which the time grows: 1 is as fast as the board.',
  rows: 'Files read and put down on an empty board, in the same process. × is how many times as long as `JSON.parse` of the same cells.',
}

/** The figures of a suite, a measure a row. */
export function tableOf(title: string, what: 'cards' | 'rows', figures: readonly Figures[]): Table {
  const sizes = figures[0]?.sizes ?? []
  return {
    title,
    ran: RAN[what] ?? '',
    columns: ['', ...sizes.flatMap((size) => [`${size.toLocaleString('en-US')} ${what}, ms`, '×']), 'growth'],
    rows: figures.map((one) => [
      one.name,
      ...one.ms.flatMap((ms, n) => {
        const tail = one.tails[n] ?? null
        return [tail === null ? shown(ms) : `${shown(ms)} / ${shown(tail)}`, shown(one.times[n] ?? NaN)]
      }),
      sizes.length > 1 ? growth(one).toFixed(2) : '–',
    ]),
  }
}
