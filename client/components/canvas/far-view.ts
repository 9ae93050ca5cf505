import { overlaps, type Box } from '../../../shared/geometry/box.ts'
import type { CardId } from '../../../shared/ids.ts'
import type { IndexChange } from '../../board/board-index.ts'
import { Rest } from '../../board/rest.ts'
import { paintFar, paintFarLive, type BoardLook } from './painter.ts'
import { ratioOf } from './ratio.ts'
import type { Stage } from './stage.svelte.ts'
import { TileCache } from './tile-cache.ts'

export { ratioOf } from './ratio.ts'

/** At rest a view of no more cards than this is painted as it is, sharper than any stretched picture. */
const EXACT_CARDS = 500
/** After a change elsewhere the exact drawing waits until the board rests: it costs more than pictures. */
const QUIET_MS = 400

/** The board from far away: pictures while anything moves, and what is in hand or chosen drawn over them. */
export class FarView {
  readonly #tiles: TileCache
  /** Cards that are left out of the pictures, because they are on their way. */
  #left: ReadonlySet<CardId> = new Set()
  readonly #rest = new Rest(QUIET_MS, () => this.stage.schedule())
  readonly #stop: () => void

  constructor(
    private readonly stage: Stage,
    private readonly look: (zoom: number) => BoardLook,
  ) {
    const { scene } = stage
    this.#tiles = new TileCache((ctx, box, scale) =>
      paintFar(ctx, scene, box, { ...look(scale), zoom: scale / ratioOf() }, this.#left),
    )
    this.#stop = scene.index.onChange((change) => this.#touch(change))
  }

  /** Draws a frame; returns whether another is needed to finish it. */
  draw(ctx: CanvasRenderingContext2D, view: Box, zoom: number): boolean {
    const { scene, isMoving, onTheWay } = this.stage
    this.#leave(onTheWay)
    const look = this.look(zoom)
    const isExact = !isMoving && !this.#rest.isAwaited && onTheWay.size === 0 && this.#isSmall(view)
    let more = false
    if (isExact) paintFar(ctx, scene, view, look, onTheWay)
    else more = this.#tiles.draw(ctx, view, zoom * ratioOf())
    paintFarLive(ctx, this.stage, view, look)
    return more
  }

  touchAll(): void {
    this.#tiles.touchAll()
  }

  /** A page that nobody sees needs no pictures. */
  clear(): void {
    this.#tiles.clear()
  }

  close(): void {
    this.#stop()
    this.#rest.close()
    this.#tiles.clear()
  }

  #isSmall(view: Box): boolean {
    return this.stage.scene.index.cards.query(view).length <= EXACT_CARDS
  }

  #touch({ boxes }: IndexChange): void {
    this.#tiles.touch(boxes)
    if (boxes.some((box) => overlaps(box, this.stage.scene.camera.view))) this.#rest.disturb()
  }

  /** What starts or ends a movement leaves or enters the pictures, with its links. */
  #leave(next: ReadonlySet<CardId>): void {
    const before = this.#left
    if (before.size === next.size && [...next].every((id) => before.has(id))) return
    this.#left = next
    const { index, board } = this.stage.scene
    const boxes = [...before, ...next].flatMap((id) => [
      index.box(id),
      ...[...board.linksOf(id)].map((link) => index.links.box(link)),
    ])
    this.#tiles.touch(boxes.filter((box) => box !== null))
  }
}
