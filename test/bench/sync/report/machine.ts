import { cpus, release, totalmem } from 'node:os'

/** Where and when this is run, as a sentence. */
export function machineNow(): string {
  const [first] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `Run on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${memory} GB, Linux ${release()}, Node ${process.version}; loopback, server and generator share the cores; durability on. MB are 2²⁰ bytes; CPU % are of one core.`
}
