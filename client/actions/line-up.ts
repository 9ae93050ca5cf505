import { moveCards, type Move } from '../../shared/board/commands/move-cards.ts'
import { align, distribute, type Edge } from '../../shared/geometry/align.ts'
import type { Box } from '../../shared/geometry/box.ts'
import type { CardId } from '../../shared/ids.ts'
import { m } from '../paraglide/messages.js'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { moveOf } from '../tools/move-drag.ts'

/** To which edge of a piece the others go, or along which axis the gaps become equal. */
export type Arrangement = { readonly edge: Edge } | { readonly gaps: 'x' | 'y' }

export interface Piece {
  readonly id: CardId
  readonly box: Box
  /** What moves with it; nothing when it is locked. */
  readonly carried: ReadonlySet<CardId>
}

/** Puts pieces in line, or at equal distances, as one step; the others go by those that are locked. Says what it did. */
export function lineUp(session: BoardSession, pieces: readonly Piece[], how: Arrangement): void {
  const fixed = pieces.map(({ carried }) => carried.size === 0)
  if (fixed.every(Boolean)) return session.tools.say(m.canvas_locked())
  const boxes = pieces.map(({ box }) => box)
  const ways = 'edge' in how ? align(boxes, how.edge, fixed) : distribute(boxes, how.gaps, fixed)
  const all = new Set(pieces.flatMap(({ carried }) => [...carried]))
  const moves = pieces.flatMap(({ carried }, nth): Move[] => {
    const way = ways[nth] ?? [0, 0]
    return [...carried].flatMap((id) => moveOf(session, all, id, way))
  })
  session.act((doc) => moveCards(doc, moves))
  session.tools.say('edge' in how ? m.canvas_aligned() : m.canvas_distributed())
}
