import { afterEach, beforeEach } from 'vitest'
import { createBoard, startOver, type TestBoard, type TestServer } from '../server/running.ts'

interface Made {
  readonly server: TestServer
  readonly board: TestBoard
}

/**
 * A server of its own with one board before each test, handed to `use`. What a test opens it puts into the list that is returned:
 * it is closed afterwards, and the server with it.
 */
export function freshTable(use: (made: Made) => void): { close: () => void }[] {
  const open: { close: () => void }[] = []
  let server: TestServer
  beforeEach(async () => {
    server = await startOver()
    use({ server, board: await createBoard(server) })
  })
  afterEach(async () => {
    open.splice(0).forEach((one) => one.close())
    await server.close()
  })
  return open
}
