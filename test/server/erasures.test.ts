import { expect, it } from 'vitest'
import { memoryStore } from '../../server/store/memory-store.ts'
import { removeBoard } from '../../server/store/registry-boards.ts'
import { memoryRegistry } from '../../server/store/registry.ts'
import { createBoard, startOver } from './running.ts'

it('[SYNC-47] a board whose erasure was cut short after its keys were refused is erased at the next start', async () => {
  const kept = { store: memoryStore(), registry: memoryRegistry() }
  const before = await startOver(kept)
  const board = await createBoard(before)
  const other = await createBoard(before)
  await before.close()
  // What is on disk when the server is killed between the two halves of an erasure.
  await removeBoard(kept.registry, board.id)
  const after = await startOver(kept)
  expect(await kept.store.load(board.id)).toBeNull()
  expect(await kept.store.load(other.id)).not.toBeNull()
  expect(kept.registry.data.erasing).toEqual([])
  await after.close()
})
