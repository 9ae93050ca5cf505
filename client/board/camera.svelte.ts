import { boardPoint, clampZoom, fitBox, zoomAbout, type CameraState } from '../../shared/geometry/camera.ts'
import type { Box } from '../../shared/geometry/box.ts'
import type { Point } from '../../shared/board/card.ts'

export interface Insets {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
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
  /** Size of the canvas on screen, in CSS pixels, kept by the canvas component. */
  viewport = $state.raw<{ readonly width: number; readonly height: number }>({ width: 0, height: 0 })

  /** Screen pixels at the edges that floating bars cover: what is fitted stays clear of them. */
  insets: Insets = { left: 0, top: 0, right: 0, bottom: 0 }

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

  /** Shows a box whole, with room around it; never nearer than 100 %. */
  fit(box: Box, padding = 64): void {
    this.remember()
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

  toBoard(screen: Point): Point {
    return boardPoint(this.#state, screen)
  }

  /** What the canvas shows now, in board points. */
  get view(): Box {
    const { x, y, zoom } = this.#state
    return { x, y, width: this.viewport.width / zoom, height: this.viewport.height / zoom }
  }
}
