import type { FieldsOf, Kind, Point } from '../../shared/board/card.ts'
import type { Joint } from '../../shared/board/link.ts'
import type { Box } from '../../shared/geometry/box.ts'
import type { Guide } from '../../shared/geometry/snap.ts'
import type { CardId } from '../../shared/ids.ts'

/** A card about to be put on the table. */
export interface Blank<K extends Kind = Kind> {
  readonly kind: K
  readonly title?: string
  readonly fields?: FieldsOf<K>
}

/** The tool in hand. */
export type Armed =
  | { readonly tool: 'select' | 'hand' }
  | { readonly tool: 'link'; readonly first: CardId | null }
  | { readonly tool: 'card'; readonly blank: Blank }

/** Two cards that can be joined in several ways, or in none that means something: the person decides. */
export interface LinkQuestion {
  readonly first: CardId
  readonly second: CardId
  readonly joints: readonly Joint[]
  /** Where it is asked, in pixels of the canvas. */
  readonly at: Point
}

/** What a drag shows while it lasts. */
export interface Sketch {
  readonly guides?: readonly Guide[]
  readonly marquee?: Box
  /** The frame that would take what is dropped now. */
  readonly frame?: CardId | null
  /** A line on its way to a card; `fits` is null while it points at none. */
  readonly line?: { readonly from: Point; readonly to: Point; readonly fits: boolean | null }
  /** The cards on their way. */
  readonly moved?: ReadonlySet<CardId>
  readonly resized?: { readonly id: CardId; readonly box: Box }
}

export interface Notice {
  readonly text: string
  readonly tone: 'plain' | 'trouble'
}

const NOTICE_MS = 6_000
const SELECT: Armed = { tool: 'select' }

/** What one holds in hand on the canvas, and what the canvas tells. Local to this browser. */
export class Toolbox {
  #armed = $state.raw<Armed>(SELECT)
  /** While the space bar is down, whatever tool is in hand moves the board. */
  panning = $state.raw(false)
  sketch = $state.raw<Sketch>({})
  question = $state.raw<LinkQuestion | null>(null)
  #notice = $state.raw<Notice | null>(null)
  #noticeTimer: ReturnType<typeof setTimeout> | undefined
  /** The card just made, while its title has not been left: Escape takes it back. Not reactive. */
  fresh: CardId | null = null
  /** Cards to which somebody was brought, or that were made without pointing at a place: the first takes the focus. */
  arrived = $state.raw<readonly CardId[]>([])
  /** The card whose row the outline is to bring into sight. */
  row = $state.raw<CardId | null>(null)
  /** Where the mouse rests over the canvas, in board points; null when it is elsewhere. Not reactive. */
  pointer: Point | null = null
  /** The cards that arrow keys are moving, and until when the next stroke belongs to the same step of undo. Not reactive. */
  burst: { readonly cards: string; readonly until: number } | null = null

  get armed(): Armed {
    return this.#armed
  }

  get notice(): Notice | null {
    return this.#notice
  }

  arm(armed: Armed): void {
    this.#armed = armed
    this.question = null
    this.sketch = {}
  }

  rest(): void {
    this.arm(SELECT)
  }

  /** Tells a sentence for some seconds, on screen and to assistive technology. */
  say(text: string, tone: Notice['tone'] = 'plain'): void {
    clearTimeout(this.#noticeTimer)
    this.#notice = { text, tone }
    this.#noticeTimer = setTimeout(() => (this.#notice = null), NOTICE_MS)
  }

  hush(): void {
    clearTimeout(this.#noticeTimer)
    this.#notice = null
  }
}
