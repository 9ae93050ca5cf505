import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { openData } from '../../server/store/data-folder.ts'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { rawClient } from '../sync/raw-client.ts'
import { ask, connect, createBoard, sitDown, startOver, synced, temporaryFolder } from './running.ts'
import { notedLog } from './store/noted-log.ts'

const NAMES = [
  'tavolo_http_requests_total',
  'tavolo_ws_connections',
  'tavolo_ws_upgrades_total',
  'tavolo_ws_upgrade_rejected_total',
  'tavolo_ws_close_total',
  'tavolo_frames_in_total',
  'tavolo_frames_rejected_total',
  'tavolo_update_bytes_total',
  'tavolo_validate_seconds',
  'tavolo_ack_lag_seconds',
  'tavolo_commit_seconds',
  'tavolo_fsync_seconds',
  'tavolo_commit_batch_size',
  'tavolo_uncommitted_bytes',
  'tavolo_store_degraded',
  'tavolo_boards_loaded',
  'tavolo_board_load_seconds',
  'tavolo_board_state_bytes',
  'tavolo_snapshot_seconds',
  'tavolo_snapshot_failures_total',
  'tavolo_log_segments',
  'tavolo_recovery_truncated_bytes',
  'tavolo_slow_clients',
  'tavolo_slow_readers_total',
  'tavolo_resync_total',
  'tavolo_presence_dropped_total',
  'tavolo_room_failures_total',
  'tavolo_eventloop_lag_seconds',
  'tavolo_rss_bytes',
  'tavolo_disk_free_ratio',
]

it('[SYNC-44] after real work every figure is there, with no id, name or address in it, and is documented', async () => {
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
  for (const name of NAMES) expect(text, name).toMatch(new RegExp(`^# TYPE ${name} `, 'm'))
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

  const documented = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8')
  for (const name of NAMES) expect(documented).toContain(`\`${name}`)
  await server.close()
  await data.close()
  await folder.remove()
})
