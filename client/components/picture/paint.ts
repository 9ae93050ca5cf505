import { pathOf } from '../canvas/signs.ts'
import { FONT } from './picture.ts'

/**
 * Paints a drawing of ours on a canvas, element by element, in the page's own typeface. A browser would paint an SVG image as a
 * document of its own, to which our security policy gives no typeface.
 */
export function paintSvg(ctx: CanvasRenderingContext2D, svg: Element): void {
  for (const child of svg.children) paint(ctx, child, PLAIN)
}

/** What an element hands down to those within. */
interface Style {
  readonly fill: string
  readonly stroke: string
  readonly width: number
}
const PLAIN: Style = { fill: '#000000', stroke: 'none', width: 1 }

function paint(ctx: CanvasRenderingContext2D, element: Element, above: Style): void {
  const has = (name: string): string | null => element.getAttribute(name)
  const style: Style = {
    fill: has('fill') ?? above.fill,
    stroke: has('stroke') ?? above.stroke,
    width: Number(has('stroke-width') ?? above.width),
  }
  ctx.save()
  move(ctx, has('transform') ?? '')
  ctx.lineCap = has('stroke-linecap') === 'round' ? 'round' : ctx.lineCap
  ctx.lineJoin = has('stroke-linejoin') === 'round' ? 'round' : ctx.lineJoin
  const name = element.tagName.toLowerCase()
  if (name === 'g') for (const child of element.children) paint(ctx, child, style)
  else if (name === 'text') write(ctx, element, style)
  else {
    const path = pathOf(element)
    if (path) draw(ctx, path, style, (has('stroke-dasharray') ?? '').split(' ').filter(Boolean).map(Number))
  }
  ctx.restore()
}

function draw(ctx: CanvasRenderingContext2D, path: Path2D, style: Style, dash: readonly number[]): void {
  if (style.fill !== 'none') {
    ctx.fillStyle = style.fill
    ctx.fill(path)
  }
  if (style.stroke === 'none') return
  ctx.strokeStyle = style.stroke
  ctx.lineWidth = style.width
  ctx.setLineDash([...dash])
  ctx.stroke(path)
}

function write(ctx: CanvasRenderingContext2D, element: Element, { fill }: Style): void {
  const number = (name: string): number => Number(element.getAttribute(name) ?? 0)
  ctx.font = `${element.getAttribute('font-weight') ?? '400'} ${number('font-size')}px ${FONT}`
  ctx.fillStyle = fill
  ctx.textBaseline = 'alphabetic'
  ctx.textAlign = ANCHORS[element.getAttribute('text-anchor') ?? ''] ?? 'left'
  ctx.fillText(element.textContent ?? '', number('x'), number('y'))
}

const ANCHORS: Readonly<Record<string, CanvasTextAlign>> = { middle: 'center', end: 'right' }

/** `translate(x y)` and `scale(s)`, the only movements of a picture. */
function move(ctx: CanvasRenderingContext2D, transform: string): void {
  for (const [, name, values = ''] of transform.matchAll(/(translate|scale)\(([^)]*)\)/g)) {
    const [first = 0, second = first] = values.split(' ').map(Number)
    if (name === 'translate') ctx.translate(first, second)
    else ctx.scale(first, second)
  }
}
