import type { StoreLog } from '../../../server/store/store-log.ts'

export interface Noted {
  readonly level: 'info' | 'warn' | 'error'
  readonly details: object
  readonly message: string
}

/** A log that keeps its lines, so that a test can read them. */
export function notedLog(): StoreLog & { readonly lines: Noted[] } {
  const lines: Noted[] = []
  const note = (level: Noted['level']) => (details: object, message: string) => {
    lines.push({ level, details, message })
  }
  return { lines, info: note('info'), warn: note('warn'), error: note('error') }
}
