import { getContext, setContext } from 'svelte'
import type { CardId } from '../../../shared/ids.ts'

/** Drawn above and below what is seen, in px: a row should be there before it comes into view. */
const NEAR = 700
const KEY = Symbol('sight')

/** Where a row stands in its list: said of rows when not all of them are there. */
export interface Standing {
  readonly nth: number
  readonly of: number
}

/** What of the outline is near enough to what is seen to be drawn, and how high its rows are. */
export class Sight {
  /** The row that has the focus, had it last or is about to have it: it is drawn wherever it stands. */
  held = $state.raw<CardId | null>(null)
  /** How far beyond what is seen rows are drawn. */
  reach = NEAR
  /** How high rows were when they were last drawn, in px, with what stands under them. Not reactive. */
  readonly heights = new Map<CardId, number>()
  readonly #lists = new Set<() => void>()
  #scroller: Element | null = null
  #asked = 0

  /** The strip of the window in which rows are drawn. */
  strip(): { readonly top: number; readonly bottom: number } {
    const { top, bottom } = this.#scroller?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight }
    return { top: top - this.reach, bottom: bottom + this.reach }
  }

  /** A list looks again at which of its rows are near whenever that may have changed. Returns how to stop. */
  join(look: () => void): () => void {
    this.#lists.add(look)
    look()
    return () => this.#lists.delete(look)
  }

  lookAgain(): void {
    for (const look of this.#lists) look()
  }

  /** Follows what scrolls the outline, and what makes it longer or shorter. Returns how to stop. */
  follow(outline: HTMLElement): () => void {
    const scroller = outline.closest('main')
    this.#scroller = scroller
    const ask = (): void => {
      this.#asked ||= requestAnimationFrame(() => {
        this.#asked = 0
        this.lookAgain()
      })
    }
    const sizes = new ResizeObserver(ask)
    sizes.observe(outline)
    if (scroller) sizes.observe(scroller)
    scroller?.addEventListener('scroll', ask, { passive: true })
    return () => {
      cancelAnimationFrame(this.#asked)
      sizes.disconnect()
      scroller?.removeEventListener('scroll', ask)
    }
  }

  /**
   * Draws a little more at each frame until all rows are there: what is short enough is best whole, for who reads it with a
   * screen reader or searches the page. Returns how to stop.
   */
  widen(outline: HTMLElement): () => void {
    let frame = 0
    const wider = (): void => {
      this.reach += NEAR
      this.lookAgain()
      if (this.reach < outline.offsetHeight) frame = requestAnimationFrame(wider)
      else this.reach = Infinity
    }
    frame = requestAnimationFrame(wider)
    return () => {
      cancelAnimationFrame(frame)
      this.reach = NEAR
    }
  }
}

export const setSight = (sight: Sight): Sight => setContext(KEY, sight)
export const getSight = (): Sight => getContext<Sight>(KEY)
