import type { Drawing } from './draw-picture.ts'
import { paintSvg } from './paint.ts'

/** Twice the board's own size, as sharp as a good screen; less where a browser would refuse so large a canvas. */
export const pngScale = ({ width, height }: Pick<Drawing, 'width' | 'height'>): number =>
  Math.min(2, LONGEST / Math.max(width, height), Math.sqrt(LARGEST / (width * height)))

/** What every browser draws: iOS refuses more than 16 Mpx, others a side of more than 8,192. */
const LONGEST = 8_192
const LARGEST = 4_096 * 4_096

/** A drawing as PNG. Throws when the browser cannot paint it. */
export async function pngOf(drawing: Drawing): Promise<Blob> {
  const scale = pngScale(drawing)
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(drawing.width * scale)
  canvas.height = Math.floor(drawing.height * scale)
  const ctx = canvas.getContext('2d')
  if (!ctx) throw new Error('no canvas')
  ctx.scale(scale, scale)
  paintSvg(ctx, new DOMParser().parseFromString(drawing.markup, 'image/svg+xml').documentElement)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  // Gives the memory back at once.
  canvas.width = canvas.height = 0
  if (!blob) throw new Error('no PNG')
  return blob
}
