const ASK_MS = 30_000

/** Asks again every so often while somebody looks at the page, and at once when they come back to it. Returns how to stop. */
export function whileLookedAt(ask: () => void): () => void {
  const wake = (): void => {
    if (document.visibilityState === 'visible') ask()
  }
  const asking = setInterval(wake, ASK_MS)
  document.addEventListener('visibilitychange', wake)
  return () => {
    clearInterval(asking)
    document.removeEventListener('visibilitychange', wake)
  }
}
