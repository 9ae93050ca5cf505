import * as Y from 'yjs'
import type { Range } from '../measure/deliveries.ts'

/** Which clocks an update carries. */
export function rangesOf(update: Uint8Array): readonly Range[] {
  const { from, to } = Y.parseUpdateMeta(update)
  return [...to].map(([client, end]) => ({ client, from: from.get(client) ?? 0, to: end }))
}
