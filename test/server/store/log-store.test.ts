import { openLogStore } from '../../../server/store/log-store.ts'
import { testsOfBoardStore } from '../../contracts/board-store.ts'
import { notedLog } from './noted-log.ts'
import { tempFolders } from './temp-folder.ts'

const aFolder = tempFolders()

testsOfBoardStore('log', async () => {
  const folder = await aFolder()
  return { open: () => openLogStore({ folder, log: notedLog() }), dispose: async () => undefined }
})

testsOfBoardStore('log, in segments of a few records', async () => {
  const folder = await aFolder()
  const open = () =>
    openLogStore({ folder, log: notedLog(), limits: { segmentBytes: 400, batchFrames: 100, gatherMs: 0 } })
  return { open, dispose: async () => undefined }
})
