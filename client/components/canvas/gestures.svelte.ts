import type { Point } from '../../../shared/board/card.ts'
import { interventionAround, hitAt, type Hit } from '../../board/hit.ts'
import type { LinkId } from '../../../shared/ids.ts'
import type { PointerIntents, PointerPress } from '../../input/pointer.ts'
import type { BoardSession } from '../../session/board-session.svelte.ts'
import { toolInHand } from '../../tools/in-hand.ts'
import type { Drag, Press } from '../../tools/tool.ts'

const REACH = 7
const TOUCH_REACH = 18
/** A drag this near to an edge moves the board under it. */
const EDGE = 36
const EDGE_SPEED = 14

/** What the pointer does to an open board: it asks what lies under it and hands the rest to the tool in hand. */
export class Gestures implements PointerIntents {
  /** The link under the mouse. */
  hovered = $state.raw<LinkId | null>(null)
  #cursor = $state.raw('default')
  #drag: Drag | null = null
  #last: PointerPress | null = null
  #edgeRequest = 0

  constructor(private readonly session: BoardSession) {}

  /** The CSS cursor to show. */
  get cursor(): string {
    const { panning, armed } = this.session.tools
    if (panning) return 'grab'
    return armed.tool === 'select' ? this.#cursor : toolInHand(this.session).cursor
  }

  get isDragging(): boolean {
    return this.#drag !== null
  }

  hover(press: PointerPress | null): void {
    const { camera, presence, tools } = this.session
    const at = press && camera.toBoard(press.at)
    tools.pointer = at
    presence.tell({ cursor: at && [Math.round(at[0]), Math.round(at[1])] })
    const hit: Hit = press ? this.#pressOf(press).hit : { on: 'nothing' }
    this.hovered = hit.on === 'link' && tools.armed.tool === 'select' ? hit.id : null
    this.#cursor = CURSORS[hit.on](hit)
    if (tools.armed.tool === 'card') this.#lightFrame(at)
  }

  click(press: PointerPress): void {
    toolInHand(this.session).click?.(this.#pressOf(press))
  }

  doubleClick(press: PointerPress): void {
    const tool = toolInHand(this.session)
    if (tool.doubleClick) tool.doubleClick(this.#pressOf(press))
    else tool.click?.(this.#pressOf(press))
  }

  startDrag(from: PointerPress): boolean {
    this.hovered = null
    this.session.tools.question = null
    this.#drag = toolInHand(this.session).drag?.(this.#pressOf(from)) ?? null
    return this.#drag !== null
  }

  drag(press: PointerPress): void {
    this.#last = press
    this.#move(press)
    this.#edgeRequest ||= requestAnimationFrame(() => this.#edge())
  }

  drop(): void {
    const drag = this.#end()
    drag?.drop()
  }

  cancel(): void {
    const drag = this.#end()
    drag?.cancel()
  }

  pan(dx: number, dy: number): void {
    this.session.camera.pan(dx, dy)
  }

  zoom(factor: number, about: Point): void {
    this.session.camera.zoomBy(factor, about)
  }

  #end(): Drag | null {
    const drag = this.#drag
    this.#drag = null
    this.#last = null
    cancelAnimationFrame(this.#edgeRequest)
    this.#edgeRequest = 0
    return drag
  }

  #move(press: PointerPress): void {
    const at = this.session.camera.toBoard(press.at)
    this.#drag?.move(at, press.keys)
    this.session.presence.tell({ cursor: [Math.round(at[0]), Math.round(at[1])] })
  }

  /** Goes on, frame by frame, while the drag stays at an edge. */
  #edge(): void {
    this.#edgeRequest = 0
    if (!this.#last || !this.#drag) return
    const { camera } = this.session
    const [x, y] = this.#last.at
    const push = (at: number, size: number): number =>
      at < EDGE ? (EDGE - at) / EDGE : at > size - EDGE ? -(at - size + EDGE) / EDGE : 0
    const speed = (share: number): number => Math.max(-1, Math.min(1, share)) * EDGE_SPEED
    const [dx, dy] = [speed(push(x, camera.viewport.width)), speed(push(y, camera.viewport.height))]
    if (dx === 0 && dy === 0) return
    camera.pan(dx, dy)
    this.#move(this.#last)
    this.#edgeRequest = requestAnimationFrame(() => this.#edge())
  }

  #pressOf({ at, keys, touch }: PointerPress): Press {
    const { board, index, camera, presence, selection, tools, canWrite } = this.session
    const point = camera.toBoard(at)
    const isGripped = canWrite && tools.armed.tool === 'select' && selection.editing === null
    const hit = hitAt(
      {
        board,
        index,
        zoom: camera.state.zoom,
        reach: touch ? TOUCH_REACH : REACH,
        gripped: isGripped ? selection.only : null,
        grippedLink: isGripped ? selection.link : null,
        chosen: selection,
        dragged: [...presence.others.values()].flatMap(({ drag }) => drag?.ids ?? []),
      },
      point,
    )
    return { at: point, screen: at, hit, keys, touch }
  }

  /** The intervention that would take the action about to be put down. */
  #lightFrame(at: Point | null): void {
    const { tools } = this.session
    const isAction = tools.armed.tool === 'card' && tools.armed.blank.kind === 'action'
    const frame = at && isAction ? interventionAround(this.session, at) : null
    if ((tools.sketch.frame ?? null) !== frame) tools.sketch = { ...tools.sketch, frame }
  }
}

const CURSORS: { readonly [On in Hit['on']]: (hit: Hit) => string } = {
  card: () => 'default',
  frame: () => 'move',
  link: () => 'pointer',
  linkGrip: () => 'crosshair',
  linkEnd: () => 'crosshair',
  corner: (hit) =>
    hit.on === 'corner' && (hit.corner === 'topLeft' || hit.corner === 'bottomRight')
      ? 'nwse-resize'
      : 'nesw-resize',
  nothing: () => 'default',
}
