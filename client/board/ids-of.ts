import type * as Y from 'yjs'
import type { YRecord } from '../../shared/board/schema.ts'

/** The ids that a batch of deep events touches: the first step of each path, or the changed keys of the root itself. */
export function idsOf<T extends string>(
  events: readonly Y.YEvent<Y.Map<unknown>>[],
  root: Y.Map<YRecord>,
): Set<T> {
  const ids = new Set<T>()
  for (const event of events) {
    if ((event.target as unknown) === root) for (const key of event.changes.keys.keys()) ids.add(key as T)
    else ids.add(String(event.path[0]) as T)
  }
  return ids
}
