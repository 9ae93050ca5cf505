import { around, expand, overlaps, type Box } from '../../../shared/geometry/box.ts'
import {
  childrenOf,
  keyOf,
  levelFor,
  parentOf,
  scaleOf,
  TILE,
  tileBox,
  tilesIn,
  type Tile,
} from '../../board/tiles.ts'

interface Picture {
  readonly tile: Tile
  readonly canvas: HTMLCanvasElement
  /** Whether all of it was painted once: only then is it shown. */
  isWhole: boolean
  /** The part of the board that looks different now; null when the picture is true. */
  stale: Box | null
  usedAt: number
}

/** Draws what lies in a box on a context scaled to board points, at so many device pixels each. */
export type Paint = (ctx: CanvasRenderingContext2D, box: Box, scale: number) => void

/** 512² pixels of 4 bytes are 1 MB each. */
const MOST = 72
/** Time for painting pictures in one frame; one strip is painted in any case, so that there is always progress. */
const BUDGET_MS = 4
/** Rows of pixels painted before the clock is asked: a whole picture may hold hundreds of cards. */
const STRIP = 128
/** Lines and arrows stand out of the places they belong to by less than this, in device pixels. */
const OVERHANG = 6
/** A view with nothing to show is filled from pictures up to so many levels coarser. */
const COARSER = 6

/**
 * The far view as pictures of squares of the board. Moving about draws pictures; only squares that changed are painted
 * again, only where they did and a few in each frame, and until then their old picture, a coarser or a finer one stands in.
 */
export class TileCache {
  readonly #pictures = new Map<string, Picture>()
  readonly #spare: HTMLCanvasElement[] = []
  #frame = 0

  constructor(private readonly paint: Paint) {}

  /**
   * Draws a view; `ctx` is scaled to board points, `scale` is its device pixels per board point. Returns whether pictures
   * are still missing or stale.
   */
  draw(ctx: CanvasRenderingContext2D, view: Box, scale: number): boolean {
    this.#frame++
    const tiles = tilesIn(view, levelFor(scale))
    const missing = tiles.filter((tile) => this.#pictures.get(keyOf(tile))?.isWhole !== true)
    // A stale picture still shows something: one a frame is soon enough, and holes come first.
    const stale = tiles.filter((tile) => this.#pictures.get(keyOf(tile))?.stale)
    this.#paintSome(missing.length > 0 ? missing : stale.slice(0, 1))
    for (const tile of tiles) this.#show(ctx, tile)
    this.#forget()
    return tiles.some((tile) => this.#pictures.get(keyOf(tile))?.stale !== null)
  }

  /** Says that something looks different in these places. */
  touch(boxes: readonly Box[]): void {
    for (const picture of this.#pictures.values()) {
      const whole = tileBox(picture.tile)
      const margin = OVERHANG / scaleOf(picture.tile.level)
      const touched = boxes.map((box) => expand(box, margin)).filter((box) => overlaps(box, whole))
      if (touched.length > 0) picture.stale = around([...touched, ...(picture.stale ? [picture.stale] : [])])
    }
  }

  /** Says that everything looks different: another theme, other fonts. */
  touchAll(): void {
    for (const picture of this.#pictures.values()) picture.stale = tileBox(picture.tile)
  }

  /** Gives the memory back: for a page that nobody sees. */
  clear(): void {
    this.#pictures.clear()
    this.#spare.length = 0
  }

  #paintSome(tiles: readonly Tile[]): void {
    const until = performance.now() + BUDGET_MS
    for (const tile of tiles) {
      const picture = this.#pictureOf(tile)
      while (picture.stale) {
        this.#paintStrip(picture, picture.stale)
        if (performance.now() >= until) return
      }
    }
  }

  #pictureOf(tile: Tile): Picture {
    const key = keyOf(tile)
    const picture = this.#pictures.get(key) ?? {
      tile,
      canvas: this.#spare.pop() ?? blankCanvas(),
      isWhole: false,
      stale: tileBox(tile),
      usedAt: this.#frame,
    }
    picture.usedAt = this.#frame
    this.#pictures.set(key, picture)
    return picture
  }

  /** Paints the uppermost rows of what is stale. */
  #paintStrip(picture: Picture, stale: Box): void {
    const { tile, canvas } = picture
    const whole = tileBox(tile)
    const scale = scaleOf(tile.level)
    const [left, top, right, bottom] = pixelsOf(stale, whole, scale)
    const end = Math.min(bottom, top + STRIP)
    const part = partOf([left, top, right, end], whole, scale)
    picture.stale = end < bottom ? partOf([left, end, right, bottom], whole, scale) : null
    picture.isWhole ||= picture.stale === null
    const ctx = canvas.getContext('2d')
    if (!ctx) return
    ctx.save()
    ctx.setTransform(scale, 0, 0, scale, -whole.x * scale, -whole.y * scale)
    ctx.beginPath()
    ctx.rect(part.x, part.y, part.width, part.height)
    ctx.clip()
    ctx.clearRect(part.x, part.y, part.width, part.height)
    this.paint(ctx, expand(part, OVERHANG / scale), scale)
    ctx.restore()
  }

  #show(ctx: CanvasRenderingContext2D, tile: Tile): void {
    const box = tileBox(tile)
    const picture = this.#use(tile)
    if (picture) return void ctx.drawImage(picture.canvas, box.x, box.y, box.width, box.height)
    const finer = childrenOf(tile).map((child) => this.#use(child))
    if (finer.some((child) => child !== undefined)) {
      for (const child of finer) {
        if (!child) continue
        const { x, y, width, height } = tileBox(child.tile)
        ctx.drawImage(child.canvas, x, y, width, height)
      }
      return
    }
    this.#showCoarser(ctx, tile, box)
  }

  #showCoarser(ctx: CanvasRenderingContext2D, tile: Tile, box: Box): void {
    let coarser = tile
    for (let step = 0; step < COARSER; step++) {
      coarser = parentOf(coarser)
      const picture = this.#use(coarser)
      if (!picture) continue
      const whole = tileBox(coarser)
      const scale = scaleOf(coarser.level)
      ctx.drawImage(
        picture.canvas,
        (box.x - whole.x) * scale,
        (box.y - whole.y) * scale,
        box.width * scale,
        box.height * scale,
        box.x,
        box.y,
        box.width,
        box.height,
      )
      return
    }
  }

  #use(tile: Tile): Picture | undefined {
    const picture = this.#pictures.get(keyOf(tile))
    if (!picture?.isWhole) return undefined
    picture.usedAt = this.#frame
    return picture
  }

  /** Lets go of what was not shown for longest; its canvas is used again. */
  #forget(): void {
    if (this.#pictures.size <= MOST) return
    const oldest = [...this.#pictures].sort(([, a], [, b]) => a.usedAt - b.usedAt)
    for (const [key, picture] of oldest.slice(0, this.#pictures.size - MOST)) {
      if (picture.usedAt === this.#frame) return
      this.#pictures.delete(key)
      this.#spare.push(picture.canvas)
    }
  }
}

type Pixels = readonly [left: number, top: number, right: number, bottom: number]

/** The whole pixels of a tile's picture that show a part of the board: a clip between two pixels would leave a seam. */
function pixelsOf(part: Box, whole: Box, scale: number): Pixels {
  const within = (pixel: number): number => Math.max(0, Math.min(TILE, pixel))
  // Pixels come back as they went out: what was a whole number is one, but for the last digits.
  const floor = (pixel: number): number => Math.floor(pixel + TINY)
  const ceil = (pixel: number): number => Math.ceil(pixel - TINY)
  const [x, y] = [(part.x - whole.x) * scale, (part.y - whole.y) * scale]
  return [
    within(floor(x)),
    within(floor(y)),
    within(ceil(x + part.width * scale)),
    within(ceil(y + part.height * scale)),
  ]
}

const TINY = 1e-6

const partOf = ([left, top, right, bottom]: Pixels, whole: Box, scale: number): Box => ({
  x: whole.x + left / scale,
  y: whole.y + top / scale,
  width: (right - left) / scale,
  height: (bottom - top) / scale,
})

function blankCanvas(): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = TILE
  canvas.height = TILE
  return canvas
}
