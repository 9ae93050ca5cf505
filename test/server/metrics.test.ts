import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { openData } from '../../server/store/data-folder.ts'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { rawClient } from '../sync/raw-client.ts'
import { ask, connect, createBoard, sitDown, startOver, synced, temporaryFolder } from './running.ts'
import { notedLog } from './store/noted-log.ts'

it('[SYNC-44] after real work a figure has a value, with no id, name or address in it', async () => {
  const folder = await temporaryFolder()
  const data = await openData(join(folder.path, 'data'), { log: notedLog() })
  const server = await startOver({ ...data, evictMs: 1 })
  const board = await createBoard(server)
  const { participant, token } = await sitDown(server, board, board.keys.editor, 'Anna Nascosta')
  const anna = connect(server, board, board.keys.editor, token)
  await synced(anna.provider)
  addCard(anna.doc, { kind: 'need', at: [0, 0], title: 'Un testo riservato' })
  const stranger = await rawClient(server, board, 'x'.repeat(43))
  await stranger.closed
  const odd = await rawClient(server, board, board.keys.viewer)
  odd.send(Uint8Array.of(99))
  await odd.closed
  const scrape = async (): Promise<string> => (await ask(server, null, 'GET', '/metrics')).text()
  await vi.waitFor(async () =>
    expect(await scrape()).toMatch(/^tavolo_frames_in_total\{type="write"\} [1-9]/m),
  )
  expect(await scrape()).toMatch(/^tavolo_ws_connections\{role="editor"\} 1$/m)
  anna.close()
  // The room is let go with a snapshot.
  await vi.waitFor(async () => expect(await scrape()).toMatch(/^tavolo_snapshot_seconds_count [1-9]/m))

  const text = await scrape()
  for (const some of [
    /^tavolo_frames_in_total\{type="unsound"\} 1$/m,
    /^tavolo_ws_upgrade_rejected_total\{reason="key"\} 1$/m,
    /^tavolo_ws_close_total\{code="4400"\} 1$/m,
    /^tavolo_commit_batch_size_count [1-9]/m,
    /^tavolo_fsync_seconds_count [1-9]/m,
    /^tavolo_log_segments [1-9]/m,
    /^tavolo_board_state_bytes_count [1-9]/m,
    /^tavolo_disk_free_ratio 0\.\d+/m,
    /^tavolo_rss_bytes [1-9]/m,
  ])
    expect(text).toMatch(some)
  for (const hidden of [board.id, participant.id, token, 'Nascosta', 'riservato', '127.0.0.1'])
    expect(text).not.toContain(hidden)

  await server.close()
  await data.close()
  await folder.remove()
})
