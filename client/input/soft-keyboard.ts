/** What one sees of a page: less than its layout while it is enlarged, or while a keyboard lies over its foot. */
interface Seen {
  readonly height: number
  readonly scale: number
}

/** Bars of a browser come and go in less. */
const LEAST = 120

/**
 * How many pixels at the foot of a page lie under a keyboard that takes no room from it, as on iPhones; elsewhere the page
 * itself becomes lower. None where the page is enlarged by hand: then one sees less of it because one wants to.
 */
export function coveredOf(height: number, seen: Seen): number {
  const covered = Math.round(height - seen.height)
  return seen.scale < 1.05 && covered >= LEAST ? covered : 0
}

/** Keeps what is shown above the keyboard: styles take `--covered` off its height, and the page, which such browsers push up, is pulled down again. */
export function makeRoom(until: AbortSignal, seen: VisualViewport | null = visualViewport): void {
  if (!seen) return
  const root = document.documentElement
  let last = 0
  const follow = (): void => {
    const covered = coveredOf(root.clientHeight, seen)
    if (covered === last) return
    last = covered
    root.style.setProperty('--covered', `${covered}px`)
    if (covered > 0) scrollTo(0, 0)
  }
  seen.addEventListener('resize', follow, { signal: until })
}
