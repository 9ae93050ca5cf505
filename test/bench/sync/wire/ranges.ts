import * as Y from 'yjs'
import type { Range } from '../measure/deliveries.ts'

/** Which clocks an update carries; none for what is no update: a relay passes on what hostile clients send. */
export function rangesOf(update: Uint8Array): readonly Range[] {
  try {
    const { from, to } = Y.parseUpdateMeta(update)
    return [...to].map(([client, end]) => ({ client, from: from.get(client) ?? 0, to: end }))
  } catch {
    return []
  }
}
