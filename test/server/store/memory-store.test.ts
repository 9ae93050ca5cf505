import { memoryStore, type Kept } from '../../../server/store/memory-store.ts'
import { testsOfBoardStore } from '../../contracts/board-store.ts'

testsOfBoardStore('memory', async () => {
  const kept: Kept = new Map()
  return { open: async () => memoryStore(kept), dispose: async () => undefined }
})
