// The built server as it is shipped, which also answers its parent: how much it holds after everything that is garbage
// has been collected. Run with --expose-gc and an IPC channel.
// @ts-check
process.on('message', (/** @type {unknown} */ message) => {
  if (message === 'memory') void measure()
})

async function measure() {
  // Twice, with a turn between: what a finalizer lets go is garbage of the second.
  for (let round = 0; round < 2; round++) {
    globalThis.gc?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  const { heapUsed, external, rss } = process.memoryUsage()
  process.send?.({ held: heapUsed + external, rss })
}

await import(new URL('../../dist/server/main.js', import.meta.url).href)
