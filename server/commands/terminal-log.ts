import type { StoreLog } from '../store/store-log.ts'

/** What the store has to say while a command runs goes to the error output, where it does not mix with a file. */
export const terminalLog: StoreLog = {
  info: () => undefined,
  warn: (_details, message) => void process.stderr.write(`${message}\n`),
  error: (_details, message) => void process.stderr.write(`${message}\n`),
}
