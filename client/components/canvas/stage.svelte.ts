import type { Point } from '../../../shared/board/card.ts'
import type { Box } from '../../../shared/geometry/box.ts'
import type { CameraState } from '../../../shared/geometry/camera.ts'
import type { CardId, LinkId } from '../../../shared/ids.ts'
import { RemoteDrags } from '../../board/remote-drags.ts'
import { isOutgrown, nextMounted, padded, touches } from '../../board/visible.ts'
import type { Scene } from '../../session/scene.ts'

/** Below this zoom cards are drawn, not mounted; a little above it they come back, so that they do not flicker there. */
const FAR = 0.5
const NEAR_AGAIN = 0.52
/** Cards mounted or let go in one frame; fewer while the camera moves, when many frames in a row have some. */
const BUDGET = 18
const BUDGET_MOVING = 4
const REST_MS = 140
/** Up to so many cards on their way are layers of their own: each is a picture to keep. */
const MOST_LIFTED = 12
/** While zooming, the picture of the cards may be stretched or shrunk this much. */
const COARSE = 2.2

/** The camera as this frame shows it: the offset is in screen pixels. */
export interface Shot {
  readonly zoom: number
  readonly left: number
  readonly top: number
}

/**
 * What the canvas shows, frame by frame. Input only sets state; one animation frame applies the last of it: the camera,
 * then which cards are mounted, then the drawing. Nothing here is reactive to the camera but `shot`.
 */
export class Stage {
  #shot = $state.raw<Shot>({ zoom: 1, left: 0, top: 0 })
  #far = $state.raw(false)
  #moving = $state.raw(false)
  #promoted = $state.raw(true)
  #lifting = $state.raw(true)
  /** Cards and frames that exist as elements, sorted. */
  #mounted = $state.raw<readonly CardId[]>([])
  #frames = $state.raw<readonly CardId[]>([])
  /** The card that has, or last had, the keyboard focus: mounted wherever it is. */
  focused = $state.raw<CardId | null>(null)

  /** Which links are elements now; null while none can be. */
  lines: { has(id: LinkId): boolean } | null = null
  /** What other people drag. */
  readonly remote: RemoteDrags
  #area: Box | null = null
  #wanted: ReadonlySet<CardId> = new Set()
  #wantedFrames: ReadonlySet<CardId> = new Set()
  readonly #still = matchMedia('(prefers-reduced-motion: reduce)')
  #seen: CameraState | null = null
  #request = 0
  #hasRested = true
  #isZooming = false
  #paintedZoom = 1
  #restTimer: ReturnType<typeof setTimeout> | undefined
  readonly #painters = new Set<(shot: Shot) => boolean>()
  readonly #stop: () => void

  constructor(readonly scene: Scene) {
    this.remote = new RemoteDrags(scene.board)
    this.#stop = scene.index.onChange(({ cards, boxes }) => {
      this.remote.land(cards)
      const area = this.#area
      if (!area) return
      const isSeen = touches(area, boxes) || [...cards].some((id) => this.#wanted.has(id))
      if (!isSeen) return
      this.#area = null
      this.schedule()
    })
  }

  get shot(): Shot {
    return this.#shot
  }

  get isFar(): boolean {
    return this.#far
  }

  get isMoving(): boolean {
    return this.#moving
  }

  /**
   * Whether the cards are a layer of their own, which pans without being painted. A layer is scaled as a picture: after a
   * zoom it is given up for one frame, and painted sharp at the new scale.
   */
  get isPromoted(): boolean {
    return this.#promoted
  }

  /** Whether what is on its way is few enough to be lifted off the board. */
  get isLifting(): boolean {
    return this.#lifting
  }

  /** What is kept mounted lies in it; null until the next frame works it out anew. */
  get area(): Box | null {
    return this.#area
  }

  get mounted(): readonly CardId[] {
    return this.#mounted
  }

  get frames(): readonly CardId[] {
    return this.#frames
  }

  /** Cards that stand elsewhere than where they rest: dragged here or by others. */
  get onTheWay(): ReadonlySet<CardId> {
    const own = this.scene.tools.sketch.moved
    if (this.remote.size === 0) return own ?? NONE
    return new Set([...(own ?? []), ...this.remote.ids])
  }

  /** Calls back in each frame, after the camera is set; returns how to stop. A painter that is not done says true. */
  onFrame(painter: (shot: Shot) => boolean): () => void {
    this.#painters.add(painter)
    return () => this.#painters.delete(painter)
  }

  /** Asks for a frame. */
  schedule(): void {
    this.#request ||= requestAnimationFrame(() => this.#frame())
  }

  /** Mounts one card without waiting for a frame: who makes a card begins to type at once. */
  mountNow(id: CardId): void {
    const { cards, frames } = this.scene.index
    if (cards.box(id) !== null && !this.#mounted.includes(id)) this.#mounted = [...this.#mounted, id].sort()
    if (frames.box(id) !== null && !this.#frames.includes(id)) this.#frames = [...this.#frames, id].sort()
  }

  /** Where a point of the board is on screen. */
  screen([x, y]: Point, { zoom, left, top } = this.#shot): Point {
    return [x * zoom + left, y * zoom + top]
  }

  close(): void {
    this.#stop()
    cancelAnimationFrame(this.#request)
    clearTimeout(this.#restTimer)
  }

  #frame(): void {
    this.#request = 0
    const { camera } = this.scene
    const { zoom, x, y } = camera.state
    if (camera.viewport.width === 0) return
    this.#notice(camera.state)
    const shot = shotOf(zoom, x, y, this.#moving)
    if (!sameShot(shot, this.#shot)) this.#shot = shot
    if (this.#far ? zoom >= NEAR_AGAIN : zoom < FAR) {
      this.#far = !this.#far
      this.#area = null
    }
    const isGliding = this.remote.step(performance.now(), this.scene.tools.sketch.moved, this.#still.matches)
    this.#lifting = this.onTheWay.size <= MOST_LIFTED
    let more = this.#mount(camera.view) || isGliding
    more = this.#sharpen(zoom) || more
    for (const painter of this.#painters) more = painter(shot) || more
    if (more) this.schedule()
  }

  /** Whether the camera moves. Only a frame that finds it still ends the movement: input may wait behind a slow one. */
  #notice(state: CameraState): void {
    if (state === this.#seen) {
      if (this.#hasRested) this.#rest()
      return
    }
    this.#isZooming ||= this.#seen !== null && state.zoom !== this.#seen.zoom
    this.#seen = state
    this.#moving = true
    this.#hasRested = false
    clearTimeout(this.#restTimer)
    this.#restTimer = setTimeout(() => {
      this.#hasRested = true
      this.schedule()
    }, REST_MS)
  }

  #rest(): void {
    this.#moving = false
    if (!this.#isZooming) return
    this.#isZooming = false
    // Now the room around the view is wanted too.
    this.#area = null
  }

  /** Lets the cards be painted anew when the picture of them no longer fits the zoom. Returns whether a frame is needed. */
  #sharpen(zoom: number): boolean {
    if (!this.#promoted) {
      this.#promoted = true
      this.#paintedZoom = zoom
      return false
    }
    const ratio = zoom / this.#paintedZoom
    if (ratio === 1 || (this.#moving && ratio < COARSE && ratio > 1 / COARSE)) return false
    this.#promoted = false
    return true
  }

  /** Brings the mounted cards one step nearer to what the view wants; returns whether steps are left. */
  #mount(view: Box): boolean {
    const { index, selection } = this.scene
    if (!this.#area || isOutgrown(this.#area, view)) {
      // What lies around is gone in the next frame, or seen in it.
      this.#area = this.#isZooming ? view : padded(view)
      this.#wanted = new Set(this.#far ? [] : index.cards.query(this.#area))
      this.#wantedFrames = new Set(this.#far ? [] : index.frames.query(this.#area))
    }
    const wanted = new Set(this.#wanted)
    const frames = new Set(this.#wantedFrames)
    for (const id of [this.focused, selection.editing]) {
      if (id !== null && index.cards.box(id) !== null) wanted.add(id)
      if (id !== null && index.frames.box(id) !== null) frames.add(id)
    }
    this.#frames = sameList(this.#frames, [...frames].sort())
    const middle: Point = [view.x + view.width / 2, view.y + view.height / 2]
    const budget = this.#moving ? BUDGET_MOVING : BUDGET
    const before = this.#mounted
    this.#mounted = nextMounted(before, wanted, (id) => distance(index.cards.box(id), middle), budget)
    return this.#mounted !== before
  }
}

const NONE: ReadonlySet<CardId> = new Set()

/** At rest the offset is whole device pixels, else text would be blurred. */
function shotOf(zoom: number, x: number, y: number, moving: boolean): Shot {
  const ratio = moving ? 0 : devicePixelRatio
  const place = (offset: number): number => (ratio === 0 ? offset : Math.round(offset * ratio) / ratio)
  return { zoom, left: place(-x * zoom), top: place(-y * zoom) }
}

const sameShot = (a: Shot, b: Shot): boolean => a.zoom === b.zoom && a.left === b.left && a.top === b.top

const sameList = (before: readonly CardId[], after: readonly CardId[]): readonly CardId[] =>
  before.length === after.length && before.every((id, index) => id === after[index]) ? before : after

const distance = (box: Box | null, [x, y]: Point): number =>
  box === null ? Infinity : Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y)
