import { shown } from '../sync/measure/spread.ts'
import { atMost, cellsOf, NO_GOAL } from '../sync/report/goal.ts'
import type { Table } from '../sync/report/table.ts'
import type { Frames } from './frames.ts'
import type { Figures } from './measure.ts'

/** From which size the limits hold. */
const LARGE = 1500

const cell = ({ p50, p95, most, count }: Frames): string =>
  `${shown(p50)} / ${shown(p95)} / ${shown(most)} (${count})`

/** The figures of the canvas as a table, with what is to be reached on large boards. */
export function tableOf(
  empty: { readonly pan: Frames; readonly zoom: Frames },
  figures: readonly Figures[],
): Table {
  return {
    title: 'The canvas',
    ran: 'Real wheel, pointer and socket input on the built product in headless Chromium, beside an empty page that only asks for frames. Cells are main-thread milliseconds of a frame in which something was done: median / 95th percentile / most (frames). Zoom is from the whole board to 100 % and back, and in again; drag carries a card with 20 links; remote is a colleague who moves the cards on the screen 200 times a second; edit → paint is from a colleague’s edit coming in to the end of the frame that shows it.',
    columns: [
      ...['cards', 'readable ms after the data', 'after the address', 'zoom', 'pan', 'drag', 'remote'],
      ...['edit → paint ms', 'heap MB', 'to reach', ''],
    ],
    rows: [
      ['empty page', '', '', cell(empty.zoom), cell(empty.pan), '', '', '', '', ...NO_GOAL],
      ...figures.map((one) => [
        shown(one.size),
        shown(one.readable),
        shown(one.loaded),
        cell(one.zoom),
        cell(one.pan),
        cell(one.drag),
        cell(one.remote),
        shown(one.toPaint),
        shown(one.heapMB),
        ...(one.size < LARGE ? NO_GOAL : goalsOf(one)),
      ]),
    ],
  }
}

function goalsOf({ zoom, pan, drag, remote, readable, heapMB }: Figures): [string, string] {
  return cellsOf([
    atMost('pan p95', pan.p95, 12, ' ms'),
    atMost('drag p95', drag.p95, 12, ' ms'),
    atMost('remote p95', remote.p95, 12, ' ms'),
    atMost('zoom p95', zoom.p95, 16.7, ' ms'),
    atMost('readable', readable, 1500, ' ms'),
    atMost('heap', heapMB, 80, ' MB'),
  ])
}
