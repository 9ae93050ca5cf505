import { diskFiles, type Files, type OpenFile } from '../../../server/store/files.ts'

/** One call of the store that changes the disk or makes a change durable. */
export interface Call {
  readonly nth: number
  readonly what: 'open' | 'write' | 'sync' | 'truncate' | 'rename' | 'remove' | 'makeFolder' | 'syncFolder'
  readonly path: string
}

export interface Faults {
  /** Asked before each call: an error to throw instead of doing it, or nothing. */
  fault: (call: Call) => Error | null | undefined
  /** How many bytes of a write are taken at most. */
  takesAtMost: number
  /** Every call so far, those that failed included. */
  readonly calls: Call[]
}

/** The error the system gives. */
export const systemError = (code: 'ENOSPC' | 'EIO'): Error =>
  Object.assign(new Error(code === 'ENOSPC' ? 'no space left on device' : 'i/o error'), { code })

/** The real disk, behind a door that fails when told. */
export function faultyFiles(): Files & Faults {
  const state: Faults = { fault: () => null, takesAtMost: Infinity, calls: [] }
  const pass = (what: Call['what'], path: string): void => {
    const call = { nth: state.calls.length + 1, what, path }
    state.calls.push(call)
    const error = state.fault(call)
    if (error) throw error
  }
  const files: Files = {
    ...diskFiles,
    async open(path, use) {
      if (use !== 'read') pass('open', path)
      return faultyFile(await diskFiles.open(path, use), path, state, pass)
    },
    async rename(from, to) {
      pass('rename', to)
      await diskFiles.rename(from, to)
    },
    async remove(path) {
      pass('remove', path)
      await diskFiles.remove(path)
    },
    async makeFolder(path) {
      pass('makeFolder', path)
      await diskFiles.makeFolder(path)
    },
    async syncFolder(path) {
      pass('syncFolder', path)
      await diskFiles.syncFolder(path)
    },
  }
  return Object.assign(state, files)
}

function faultyFile(
  file: OpenFile,
  path: string,
  state: Faults,
  pass: (what: Call['what'], path: string) => void,
): OpenFile {
  return {
    ...file,
    async write(bytes, position) {
      pass('write', path)
      return file.write(bytes.subarray(0, state.takesAtMost), position)
    },
    async sync() {
      pass('sync', path)
      await file.sync()
    },
    async truncate(length) {
      pass('truncate', path)
      await file.truncate(length)
    },
  }
}
