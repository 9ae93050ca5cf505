import { readFileSync } from 'node:fs'

/** Megabytes (2²⁰ bytes) of memory that a process holds now (`rss`), and the most it ever held (`peak`). */
export function memoryOf(pid: number): { readonly rss: number; readonly peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'latin1')
  const megabytes = (field: string): number =>
    Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? NaN) / 1024
  return { rss: megabytes('VmRSS'), peak: megabytes('VmHWM') }
}
