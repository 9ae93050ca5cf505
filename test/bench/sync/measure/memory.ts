import { readFileSync } from 'node:fs'

/** Megabytes (2²⁰ bytes) of memory that a process holds now (`rss`), and the most it ever held (`peak`). */
export function memoryOf(pid: number): { readonly rss: number; readonly peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'latin1')
  const megabytes = (field: string): number =>
    Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? NaN) / 1024
  return { rss: megabytes('VmRSS'), peak: megabytes('VmHWM') }
}

const EVERY_MS = 50

/** Looks at the memory of a process again and again; the answer is the most that was seen, in megabytes. */
export function watchMemory(pid: number): () => number {
  let most = memoryOf(pid).rss
  const timer = setInterval(() => {
    try {
      most = Math.max(most, memoryOf(pid).rss)
    } catch {
      // The process is gone; what it held before stands.
      clearInterval(timer)
    }
  }, EVERY_MS)
  return () => {
    clearInterval(timer)
    return most
  }
}
