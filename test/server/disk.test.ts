import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openData } from '../../server/store/data-folder.ts'
import { Disk } from '../../server/disk.ts'
import { ask, connect, createBoard, startOver, synced, temporaryFolder, type TestServer } from './running.ts'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { notedLog } from './store/noted-log.ts'

describe('[SYNC-44] a disk that fills up', () => {
  let server: TestServer | null = null
  afterEach(async () => {
    await server?.close()
    server = null
  })

  it('is told once at each step, and when there is room again', async () => {
    const log = notedLog()
    let ratio = 0.5
    const disk = new Disk(log, { free: async () => ratio, tryWrite: async () => undefined })
    const states: string[] = []
    for (ratio of [0.5, 0.14, 0.13, 0.04, 0.2]) states.push(await disk.look())
    disk.stop()
    expect(states).toEqual(['ok', 'low', 'low', 'full', 'ok'])
    expect(log.lines.map(({ level, details }) => [level, (details as { event: string }).event])).toEqual([
      ['warn', 'disk.low'],
      ['warn', 'disk.full'],
      ['info', 'disk.ok'],
    ])
  })

  it('opens no new boards, says so, and goes on with those that are open', async () => {
    let ratio = 0.5
    server = await startOver({ disk: { free: async () => ratio, tryWrite: async () => undefined } })
    const board = await createBoard(server)
    const anna = connect(server, board, board.keys.editor)
    await synced(anna.provider)
    ratio = 0.04
    const refused = await ask(server, server.operatorKey, 'POST', '/api/boards', {
      title: 'Nuovo',
      programme: 'pon-metro-2014-2020',
    })
    expect(refused.status).toBe(507)
    expect(await refused.json()).toMatchObject({ code: 'diskFull', title: 'No room left' })
    expect(await (await ask(server, null, 'GET', '/readyz')).json()).toEqual({
      status: 'ready',
      disk: 'full',
      diskFreeRatio: 0.04,
    })
    addCard(anna.doc, { kind: 'note', at: [0, 0] })
    const bruno = connect(server, board, board.keys.viewer)
    await synced(bruno.provider)
    anna.close()
    bruno.close()
    const body = { text: 'Si continua' }
    expect((await ask(server, board.keys.editor, 'POST', `/api/boards/${board.id}/needs`, body)).status).toBe(
      201,
    )
    expect(await (await ask(server, null, 'GET', '/metrics')).text()).toMatch(
      /^tavolo_disk_free_ratio 0\.04$/m,
    )
  })

  it('that takes nothing is told while nobody writes, and again when it does', async () => {
    const folder = await temporaryFolder()
    const place = join(folder.path, 'data')
    const data = await openData(place, { log: notedLog() })
    const busy = (server = await startOver(data))
    await createBoard(busy)
    // What was written just now is proof enough.
    await rename(place, `${place}-gone`)
    const ready = async () => (await ask(busy, null, 'GET', '/readyz')).status
    expect(await ready()).toBe(200)
    const idle = new Disk(notedLog(), data.disk)
    expect(await idle.fault()).toMatch(/ENOENT/)
    const another = await startOver({ disk: data.disk })
    const answer = await ask(another, null, 'GET', '/readyz')
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({
      status: 'degraded',
      reason: expect.stringContaining('ENOENT'),
    })
    await rename(`${place}-gone`, place)
    expect(await idle.fault()).toBeNull()
    expect((await ask(another, null, 'GET', '/readyz')).status).toBe(200)
    idle.stop()
    await another.close()
    await busy.close()
    server = null
    await data.close()
    await folder.remove()
  })
})
