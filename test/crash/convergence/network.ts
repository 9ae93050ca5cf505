import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'

/** A line between one person and the server: slow, unsteady, and cut when the program says so. */
export interface Line {
  readonly url: string
  /** Breaks every connection at once, in the middle of whatever is under way. */
  cut(): void
  /** Holds everything back for a while, as a phone in a pocket does; then it comes all at once. */
  freeze(ms: number): void
  /** From now on nothing is delayed. */
  calm(): void
  close(): void
}

interface Options {
  /** The port of the server; null while there is none. */
  readonly target: () => number | null
  /** How long one piece of bytes is under way. */
  readonly delayMs: () => number
}

/** Opens a port of this machine that leads to the server over a bad network. */
export async function badLine({ target, delayMs }: Options): Promise<Line> {
  const sockets = new Set<Socket>()
  let calm = false
  let frozenUntil = 0

  const server = createServer((near) => {
    const port = target()
    sockets.add(near)
    near.on('error', () => undefined).once('close', () => sockets.delete(near))
    if (port === null) return void near.destroy()
    const far = connect(port, '127.0.0.1')
    sockets.add(far)
    far.on('error', () => undefined).once('close', () => sockets.delete(far))
    carry(near, far)
    carry(far, near)
  })

  /** Bytes keep their order; each piece waits its own time, and no shorter than the one before it. */
  function carry(from: Socket, to: Socket): void {
    const waiting: { dueMs: number; run: () => void }[] = []
    const later = (run: () => void): void => {
      waiting.push({ dueMs: calm ? 0 : Math.max(frozenUntil, performance.now() + delayMs()), run })
      if (waiting.length === 1) next()
    }
    const next = (): void => {
      const [first] = waiting
      if (first) setTimeout(deliver, first.dueMs - performance.now(), first.run)
    }
    const deliver = (run: () => void): void => {
      waiting.shift()
      run()
      next()
    }
    from.on('data', (bytes) => later(() => to.writable && to.write(bytes)))
    from.once('close', () => later(() => to.destroy()))
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = (): void => sockets.forEach((socket) => socket.destroy())
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    freeze: (ms) => void (frozenUntil = performance.now() + ms),
    calm: () => void (calm = true),
    close() {
      cut()
      server.close()
    },
  }
}
