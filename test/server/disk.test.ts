import { afterEach, describe, expect, it } from 'vitest'
import { Disk } from '../../server/disk.ts'
import { ask, createBoard, startOver, type TestServer } from './running.ts'
import { connect, synced } from './running.ts'
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
    const disk = new Disk(async () => ratio, log)
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
    server = await startOver({ diskFree: async () => ratio })
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
})
