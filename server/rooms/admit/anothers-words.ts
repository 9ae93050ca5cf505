import * as Y from 'yjs'
import { COMMENT, ROOT } from '../../../shared/board/schema.ts'
import type { CommentId } from '../../../shared/ids.ts'
import type { Actor } from '../act.ts'
import type { Spot } from './place.ts'
import type { DeleteRange } from './scan.ts'

/** Who writes, and whose words are whose. */
export interface Owners {
  readonly actor: Actor
  /** Who made a comment; null while nobody did. */
  readonly speakerOf: (comment: CommentId) => Actor | null
  /** Takes away what others said: who facilitates. */
  readonly mayModerate: boolean
}

/**
 * Whether content is put into what somebody else said. A comment is shown as its author's words, so only they change
 * them; anybody may settle a conversation, and who facilitates may take a comment away.
 */
export function puts({ parent, key }: Spot, owners: Owners): boolean {
  if (parent.root !== ROOT.comments) return false
  const [comment = key, field = key] = parent.path
  return isForeign(comment, parent.path.length === 0 ? null : field, owners)
}

/** The same of what an update deletes. Costs a step for each item that goes, and nothing on a board without comments. */
export function takesAwayAnothersWords(
  { store, share }: Y.Doc,
  deletes: readonly DeleteRange[],
  owners: Owners,
): boolean {
  const root = share.get(ROOT.comments)
  if (!root || root._map.size === 0) return false
  for (const { client, clock, length } of deletes) {
    const structs = store.clients.get(client)
    if (!structs || clock >= Y.getState(store, client)) continue
    for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
      const struct = structs[at]
      if (!struct || struct.id.clock >= clock + length) break
      if (!(struct instanceof Y.Item) || struct.deleted) continue
      const keys = keysBelow(root, struct)
      if (keys && isForeign(keys[0], keys[1] ?? null, owners)) return true
    }
  }
  return false
}

/** The keys that lead from a root to an item; null when it is elsewhere. */
function keysBelow(root: unknown, item: Y.Item): readonly (string | null)[] | null {
  const keys: (string | null)[] = []
  for (let at: Y.Item | null = item; at;) {
    keys.unshift(at.parentSub)
    const { parent } = at as { readonly parent: unknown }
    if (parent === root) return keys
    at = parent instanceof Y.AbstractType ? (parent as Y.AbstractType<unknown>)._item : null
  }
  return null
}

/** `field` is null for the comment as a whole. */
function isForeign(
  comment: string | null | undefined,
  field: string | null,
  { actor, speakerOf, mayModerate }: Owners,
): boolean {
  if (field === COMMENT.resolved || (field === COMMENT.deleted && mayModerate)) return false
  const speaker = speakerOf(comment as CommentId)
  return speaker !== null && speaker !== actor
}
