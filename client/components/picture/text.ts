import { wrap } from '../canvas/wrap.ts'
import type { Drawn, Weight } from './picture.ts'
import { element, words } from './xml.ts'

export interface Written {
  readonly x: number
  /** The base line. */
  readonly y: number
  readonly size: number
  readonly fill: string
  readonly weight?: Weight
  readonly anchor?: 'start' | 'middle' | 'end'
}

/** One line of text, as text: it can be searched, copied and edited in a drawing program. */
export const line = (text: string, { x, y, size, fill, weight = 400, anchor }: Written): string =>
  element(
    'text',
    {
      x,
      y,
      'font-size': size,
      'font-weight': weight === 400 ? undefined : weight,
      fill,
      'text-anchor': anchor,
    },
    words(text),
  )

/** What of a text fits in a width, ended by "…" when it does not fit whole. */
export const cut = (text: string, width: number, size: number, weight: Weight, { measure }: Drawn): string =>
  lines(text, width, 1, size, weight, { measure })[0] ?? ''

/** A text broken into at most so many lines. */
export const lines = (
  text: string,
  width: number,
  most: number,
  size: number,
  weight: Weight,
  { measure }: Pick<Drawn, 'measure'>,
): readonly string[] => wrap(text, width, most, 0, (part) => measure(part, size, weight))
