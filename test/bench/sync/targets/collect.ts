/** One collection moves what is left together, the next ones give the emptied pages back: afterwards is what is held. */
const TIMES = 5
const APART_MS = 1000

/**
 * Loaded before a server (`node --expose-gc --import …`), so that it can be asked from outside to collect its garbage: the
 * server itself knows nothing of it.
 */
process.on('SIGUSR2', () => {
  for (let nth = 0; nth < TIMES; nth++) setTimeout(() => globalThis.gc?.(), nth * APART_MS)
})
