/** When a table has opened, the rest of the page may come. */
const AFTER_MS = 1_500

/**
 * Fetches parts of the page before they are asked for: what was never opened must open without a network too. One after
 * another, and only until one fails: a browser remembers that a part could not be fetched, and until a new page it stays
 * missing. What was fetched is taken off the list. Returns how to stop.
 */
export function loadAhead(parts: (() => Promise<unknown>)[]): () => void {
  let here = true
  const timer = setTimeout(async () => {
    while (here && parts.length > 0)
      await parts
        .shift()?.()
        .catch(() => (here = false))
  }, AFTER_MS)
  return () => {
    here = false
    clearTimeout(timer)
  }
}
