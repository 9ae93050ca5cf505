import {
  constants,
  copyFile,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  unlink,
  type FileHandle,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * The only door of the store to the disk. Tests put another one in its place that fails, or forgets what was never
 * synced, with a real folder behind it.
 */
export interface Files {
  /** `create` fails if the file exists, `replace` empties it; `change` and `read` fail if it does not exist. */
  open(path: string, use: 'create' | 'replace' | 'change' | 'read'): Promise<OpenFile>
  readAll(path: string): Promise<Buffer>
  rename(from: string, to: string): Promise<void>
  /** A second name for a file; where the disk knows none, a copy. */
  link(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  /** Names in a folder, sorted. */
  list(folder: string): Promise<string[]>
  makeFolder(path: string): Promise<void>
  /** Makes the names in a folder durable: a file renamed into it is safe only after this. */
  syncFolder(path: string): Promise<void>
}

export interface OpenFile {
  /** How many bytes were read; fewer than asked for only at the end of the file. */
  read(into: Uint8Array, position: number): Promise<number>
  /** How many bytes were taken, which may be fewer than given. */
  write(bytes: Uint8Array, position: number): Promise<number>
  /** Makes the content and the length durable. */
  sync(): Promise<void>
  truncate(length: number): Promise<void>
  close(): Promise<void>
}

/** Files only the server's own user may read, folders only it may enter. */
export const diskFiles: Files = {
  open: async (path, use) => openFile(await open(path, FLAGS[use], 0o600)),
  readAll: (path) => readFile(path),
  rename: (from, to) => rename(from, to),
  link: (from, to) => link(from, to).catch(() => copyFile(from, to, constants.COPYFILE_EXCL)),
  remove: (path) => unlink(path),
  list: async (folder) => (await readdir(folder)).sort(),
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true, mode: 0o700 })
  },
  syncFolder: async (path) => {
    const folder = await open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  },
}

const FLAGS = { create: 'wx', replace: 'w', change: 'r+', read: 'r' } as const

function openFile(handle: FileHandle): OpenFile {
  return {
    read: async (into, position) => (await handle.read(into, 0, into.length, position)).bytesRead,
    write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
    // fdatasync, not fsync: it flushes the length as well, and leaves out only times that nobody reads.
    sync: () => handle.datasync(),
    truncate: (length) => handle.truncate(length),
    close: () => handle.close(),
  }
}

/** Writes every byte, however few the system takes at a time. Throws if it stops taking any. */
export async function writeAll(file: OpenFile, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0
  while (done < bytes.length) {
    const taken = await file.write(bytes.subarray(done), position + done)
    if (taken === 0) throw new Error(`the disk took ${done} of ${bytes.length} bytes and then no more`)
    done += taken
  }
}

/**
 * Puts a file in place whole or not at all, also through a power cut: written beside it, synced, renamed, and the
 * folder synced. A file of that name is replaced.
 */
export async function putFile(files: Files, path: string, bytes: Uint8Array): Promise<void> {
  const aside = `${path}${TEMPORARY}`
  await writeSynced(files, aside, bytes)
  await files.rename(aside, path)
  await files.syncFolder(dirname(path))
}

/** The ending of a file that is not yet in place; one found at start was left by a crash and means nothing. */
export const TEMPORARY = '.tmp'

/** Removes what a crash left half-written in a folder. */
export async function removeTemporaries(files: Files, folder: string): Promise<void> {
  for (const name of await files.list(folder))
    if (name.endsWith(TEMPORARY)) await files.remove(join(folder, name))
}

/** Writes a file and makes its content durable, but not yet its name. */
export async function writeSynced(files: Files, path: string, bytes: Uint8Array): Promise<void> {
  try {
    const file = await files.open(path, 'replace')
    try {
      await writeAll(file, bytes, 0)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    // reason: on a full disk a half-written file holds the space that is missing; if it stays, start removes it.
    await files.remove(path).catch(() => undefined)
    throw error
  }
}

/** The same bytes as no Buffer, whose `slice` would surprise who expects a copy. */
export const plainBytes = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
