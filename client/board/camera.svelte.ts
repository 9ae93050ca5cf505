import { boardPoint, clampZoom, fitBox, zoomAbout, type CameraState } from '../../shared/geometry/camera.ts'
import { contains, type Box } from '../../shared/geometry/box.ts'
import type { Point } from '../../shared/board/card.ts'

export interface Insets {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Viewport {
  readonly width: number
  readonly height: number
}

const START: CameraState = { x: 0, y: 0, zoom: 1 }
/** Room around what is shown whole, as a share of the viewport's shorter side: phones have none to spare. */
const MOST_PADDING = 0.14
const MOST_LEAPS = 20
const NEARLY_WHOLE = 0.9
const LEAST = 12

/** Where one looks: local to this browser, never in the document. */
export class Camera {
  #state = $state.raw<CameraState>(START)
  /** Where one looked before each leap, the last one last. */
  #before = $state.raw<readonly CameraState[]>([])
  #viewport = $state.raw<Viewport>({ width: 0, height: 0 })
  /** What was brought into view last, and how one looked at it then. */
  #shown: { readonly box: Box; readonly padding: number; readonly state: CameraState } | null = null

  #insets: Insets = { left: 0, top: 0, right: 0, bottom: 0 }

  /** Screen pixels at the edges that floating bars cover: what is fitted, or was just brought into view, stays clear of them. */
  get insets(): Insets {
    return this.#insets
  }

  set insets(insets: Insets) {
    this.#insets = insets
    this.#keepShown()
  }

  /** Size of the canvas on screen, in CSS pixels, kept by the canvas component. */
  get viewport(): Viewport {
    return this.#viewport
  }

  /**
   * What was just brought into view stays in it: a panel that opens beside takes a third of the canvas. No longer when one
   * looks elsewhere, or when that panel is closed: the next one that opens has nothing to do with the leap.
   */
  set viewport(viewport: Viewport) {
    const before = this.#viewport
    if (before.width > 0 && viewport.width > before.width) this.#shown = null
    this.#viewport = viewport
    // A phone that is turned keeps its middle. What opens beside the canvas or below it changes only one side of it.
    const isTurned = viewport.width !== before.width && viewport.height !== before.height
    if (isTurned && before.width > 0 && !this.isFresh)
      this.pan((viewport.width - before.width) / 2, (viewport.height - before.height) / 2)
    this.#keepShown()
  }

  #keepShown(): void {
    const shown = this.#shown
    if (shown?.state !== this.#state || contains(this.#clear, shown.box)) return
    this.#lookAt(shown.box, shown.padding)
    this.#shown = { ...shown, state: this.#state }
  }

  /** Whether nobody has looked anywhere yet. */
  get isFresh(): boolean {
    return this.#state === START
  }

  get state(): CameraState {
    return this.#state
  }

  set(state: CameraState): void {
    this.#state = { ...state, zoom: clampZoom(state.zoom) }
  }

  /** Keeps where one looks now: a leap elsewhere is about to come. */
  remember(): void {
    if (!this.isFresh && this.#before.at(-1) !== this.#state)
      this.#before = [...this.#before, this.#state].slice(-MOST_LEAPS)
  }

  get canGoBack(): boolean {
    return this.#before.length > 0
  }

  /** Looks again where one looked before the last leap. */
  goBack(): void {
    const before = this.#before.at(-1)
    if (!before) return
    this.#before = this.#before.slice(0, -1)
    this.#state = before
  }

  /** Moves by screen pixels. */
  pan(dx: number, dy: number): void {
    const { x, y, zoom } = this.#state
    this.#state = { x: x - dx / zoom, y: y - dy / zoom, zoom }
  }

  /** Zooms keeping the given screen point where it is. */
  zoomBy(factor: number, about: Point = [this.viewport.width / 2, this.viewport.height / 2]): void {
    this.#state = zoomAbout(this.#state, about, factor)
  }

  /** Leaps to a box, and keeps it in view while the canvas changes its size around it. */
  show(box: Box, padding: number): void {
    this.fit(box, padding)
    this.#shown = { box, padding, state: this.#state }
  }

  /** Shows a box whole, with room around it; never nearer than 100 %. */
  fit(box: Box, padding = 64): void {
    this.remember()
    this.#lookAt(box, padding)
  }

  #lookAt(box: Box, padding: number): void {
    const { left, top, right, bottom } = this.insets
    const width = Math.max(1, this.viewport.width - left - right)
    const height = Math.max(1, this.viewport.height - top - bottom)
    const room = Math.min(padding, MOST_PADDING * Math.min(width, height))
    const fitted = fitBox(box, { width, height }, room)
    // A hair below 100 % text is less sharp for nothing: the room around gives way.
    const isNearlyWhole =
      fitted.zoom > NEARLY_WHOLE && box.width + 2 * LEAST <= width && box.height + 2 * LEAST <= height
    const { x, y, zoom } = isNearlyWhole ? fitBox(box, { width, height }, 0) : fitted
    this.#state = { x: x - left / zoom, y: y - top / zoom, zoom }
  }

  /** What is seen beside the floating bars, in board points. */
  get #clear(): Box {
    const { x, y, zoom } = this.#state
    const { left, top, right, bottom } = this.insets
    const { width, height } = this.#viewport
    return {
      x: x + left / zoom,
      y: y + top / zoom,
      width: (width - left - right) / zoom,
      height: (height - top - bottom) / zoom,
    }
  }

  toBoard(screen: Point): Point {
    return boardPoint(this.#state, screen)
  }

  /** What the canvas shows now, in board points. */
  get view(): Box {
    const { x, y, zoom } = this.#state
    return { x, y, width: this.viewport.width / zoom, height: this.viewport.height / zoom }
  }
}
