import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { diskFiles, type Files, type OpenFile } from '../../../server/store/files.ts'

export interface PowerCut {
  /** What the disk would still have if the power failed now: taken at once, put into another folder when asked. */
  cut(): (folder: string) => Promise<void>
}

/** How much of what was never synced happens to be on the disk all the same. */
export type Luck = 'nothing' | 'everything' | 'half'

interface Content {
  bytes: Buffer
  synced: Buffer
}

/**
 * A real folder, and beside it the books of what a disk owes: the bytes of a file up to its last sync, the names of a
 * folder up to its last sync. The system may have written more than it owes (`luck`), in any part.
 `onCall` counts every call that changes the disk.
 */
export function forgetfulFiles(root: string, luck: Luck, onCall: (calls: number) => void): Files & PowerCut {
  const names = new Map<string, Content>()
  const syncedNames = new Map<string, Content>()
  const folders = new Set<string>()
  let calls = 0
  const call = (): void => {
    calls += 1
    onCall(calls)
  }
  const contentOf = (path: string): Content => {
    const content = names.get(path)
    if (!content) throw new Error(`${path} is not in the books`)
    return content
  }

  const files: Files = {
    ...diskFiles,
    async open(path, use) {
      if (use === 'read') return diskFiles.open(path, use)
      call()
      const file = await diskFiles.open(path, use)
      if (use !== 'change') names.set(path, { bytes: Buffer.alloc(0), synced: Buffer.alloc(0) })
      return bookedFile(file, contentOf(path), call)
    },
    async rename(from, to) {
      call()
      await diskFiles.rename(from, to)
      names.set(to, contentOf(from))
      names.delete(from)
    },
    async remove(path) {
      call()
      await diskFiles.remove(path)
      names.delete(path)
    },
    async makeFolder(path) {
      call()
      await diskFiles.makeFolder(path)
      folders.add(path)
    },
    async syncFolder(path) {
      call()
      await diskFiles.syncFolder(path)
      for (const known of [...syncedNames.keys()]) if (dirname(known) === path) syncedNames.delete(known)
      for (const [name, content] of names) if (dirname(name) === path) syncedNames.set(name, content)
    },
  }

  return Object.assign(files, {
    cut() {
      const made = [...folders].map((path) => relative(root, path))
      const there = luck === 'everything' ? names : syncedNames
      const remains = [...there].map(
        ([path, content]) => [relative(root, path), remainsOf(content, luck)] as const,
      )
      return async (folder: string) => {
        for (const path of made) await mkdir(join(folder, path), { recursive: true })
        for (const [path, bytes] of remains) await writeFile(join(folder, path), bytes)
      }
    },
  })
}

function bookedFile(file: OpenFile, content: Content, call: () => void): OpenFile {
  return {
    ...file,
    async write(bytes, position) {
      call()
      const taken = await file.write(bytes, position)
      const grown = Buffer.alloc(Math.max(content.bytes.length, position + taken))
      content.bytes.copy(grown)
      grown.set(bytes.subarray(0, taken), position)
      content.bytes = grown
      return taken
    },
    async sync() {
      call()
      await file.sync()
      content.synced = content.bytes
    },
    async truncate(length) {
      call()
      await file.truncate(length)
      content.bytes = content.bytes.subarray(0, length)
    },
  }
}

/** `half`: of what was not synced, every second sector was written, and the others are holes. */
function remainsOf({ bytes, synced }: Content, luck: Luck): Buffer {
  if (luck === 'nothing') return synced
  if (luck === 'everything') return bytes
  const remains = Buffer.from(bytes)
  for (let sector = 0; sector < bytes.length; sector += 512) {
    const from = Math.max(sector, synced.length)
    const end = Math.min(sector + 512, bytes.length)
    if ((sector / 512) % 2 === 1 && from < end) remains.fill(0, from, end)
  }
  return remains
}
