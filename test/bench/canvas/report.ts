import { shown } from '../sync/measure/spread.ts'
import { atLeast, atMost, cellsOf, NO_GOAL, type Verdict } from '../sync/report/goal.ts'
import type { Table } from '../sync/report/table.ts'
import type { Frames } from './frames.ts'
import type { Figures } from './measure.ts'

/** A program on one board: what it cost, or why there is nothing to tell. */
export interface Row {
  readonly name: string
  readonly figures: Figures | string
}

export interface Empty {
  readonly pan: Frames
  readonly zoom: Frames
}

/** From which size the limits hold. */
const LARGE = 1500
const OURS = 'Tavolo'
const TO_BEAT = 'Svelte Flow'
const COLUMNS = 9

const cell = ({ p50, p95, most, count }: Frames): string =>
  count === 0 ? 'nothing' : `${shown(p50)} / ${shown(p95)} / ${shown(most)} (${count})`

/** What the programs cost on a board of one size, with what is to be reached. */
export function tableOf(size: number, empty: Empty, rows: readonly Row[]): Table {
  return {
    title: `The canvas with ${shown(size)} cards`,
    ran: 'Real wheel and pointer input in headless Chromium, beside an empty page that only asks for frames. Cells are main-thread milliseconds of a frame in which something was done: median / 95th percentile / most (frames). Zoom is from the whole board to 100 % in a second, back, and in again; drag carries a card with 20 links; remote is 200 moves a second of the cards on the screen, which come to Tavolo from a colleague over the network and to the others through their own API; edit → paint is from a colleague’s edit coming in to the end of the frame that shows it.',
    columns: [
      ...['', 'readable ms after the data', 'after the address', 'zoom', 'pan', 'drag', 'remote'],
      ...['edit → paint ms', 'heap MB', 'to reach', ''],
    ],
    rows: [
      ['empty page', '', '', cell(empty.zoom), cell(empty.pan), '', '', '', '', ...NO_GOAL],
      ...rows.map(({ name, figures }) =>
        typeof figures === 'string'
          ? [name, figures, ...Array<string>(COLUMNS).fill('')]
          : [name, ...cells(figures), ...(name === OURS ? cellsOf(goalsOf(figures, rows)) : NO_GOAL)],
      ),
    ],
    notes: rows.flatMap(({ name, figures }) =>
      typeof figures !== 'string' && figures.note ? [`${name}: ${figures.note}.`] : [],
    ),
  }
}

const cells = (one: Figures): string[] => [
  shown(one.readable),
  shown(one.loaded),
  cell(one.zoom),
  cell(one.pan),
  cell(one.drag),
  cell(one.remote),
  shown(one.toPaint),
  shown(one.heapMB),
]

function goalsOf(ours: Figures, rows: readonly Row[]): Verdict[] {
  const theirs = rows.find(({ name }) => name === TO_BEAT)?.figures
  return [
    ...(ours.size < LARGE ? [] : limitsOf(ours)),
    ...(typeof theirs === 'object' ? leadsOf(ours, theirs) : []),
  ]
}

const limitsOf = ({ zoom, pan, drag, remote, readable, heapMB }: Figures): Verdict[] => [
  atMost('pan p95', pan.p95, 12, ' ms'),
  atMost('drag p95', drag.p95, 12, ' ms'),
  atMost('remote p95', remote.p95, 12, ' ms'),
  atMost('zoom p95', zoom.p95, 16.7, ' ms'),
  atMost('readable', readable, 1500, ' ms'),
  atMost('heap', heapMB, 80, ' MB'),
]

/** How many times better than the nearest of the others. */
const leadsOf = (ours: Figures, theirs: Figures): Verdict[] => [
  atLeast(`pan, ${TO_BEAT}`, theirs.pan.p95 / ours.pan.p95, 2, ' ×'),
  atLeast('zoom', theirs.zoom.p95 / ours.zoom.p95, 3, ' ×'),
  atLeast('drag', theirs.drag.p95 / ours.drag.p95, 3, ' ×'),
  atLeast('remote', theirs.remote.p95 / ours.remote.p95, 3, ' ×'),
  atLeast('load', theirs.readable / ours.readable, 3, ' ×'),
]
