import { flushSync, mount, unmount } from 'svelte'
import Signs from '../canvas/Signs.svelte'
import { signId } from '../canvas/signs.ts'
import { FONT, type Drawn, type Weight } from './picture.ts'
import { element } from './xml.ts'

/** What a browser draws a picture with: the width of texts in the house typeface, and the very signs of the cards. */
export async function drawingHand(): Promise<Drawn> {
  const ctx = document.createElement('canvas').getContext('2d')
  const fontOf = (size: number, weight: Weight): string => `${weight} ${size}px ${FONT}`
  await Promise.allSettled(WEIGHTS.map((weight) => document.fonts.load(fontOf(16, weight))))
  const signs = signShapes()
  const widths = new Map<string, number>()
  return {
    measure(text, size, weight) {
      // Widths grow with the size: words that come again are measured once.
      const key = `${weight} ${text}`
      let width = widths.get(key)
      if (width === undefined && ctx) {
        ctx.font = fontOf(MEASURED, weight)
        width = ctx.measureText(text).width
        widths.set(key, width)
      }
      return ((width ?? 0) * size) / MEASURED
    },
    sign: (card) => signs.get(signId(card)) ?? '',
  }
}

const WEIGHTS = [400, 600, 700] as const
const MEASURED = 100

/** The signs as markup, read from the elements that the cards refer to. */
function signShapes(): ReadonlyMap<string, string> {
  const place = document.createElement('div')
  const signs = mount(Signs, { target: place })
  flushSync()
  const shapes = new Map<string, string>()
  for (const drawing of place.querySelectorAll('svg[id]')) {
    const parts = [...drawing.querySelectorAll('path, circle, rect, line, polyline, polygon, ellipse')]
    shapes.set(drawing.id, parts.map(markupOf).join(''))
  }
  void unmount(signs)
  return shapes
}

const markupOf = (shape: Element): string =>
  element(
    shape.tagName.toLowerCase(),
    Object.fromEntries(
      [...shape.attributes].filter(({ name }) => name !== 'class').map(({ name, value }) => [name, value]),
    ),
  )
