import type { Board } from '../../../shared/board/board.ts'
import type { Kind } from '../../../shared/board/card.ts'
import { outlineOf } from '../../../shared/board/outline.ts'
import type { CardId } from '../../../shared/ids.ts'
import { settled } from './settled.ts'

/** The outline as ids only, so that a list of rows changes only when cards come, go or move. */
export interface Groups {
  readonly interventions: readonly { readonly frame: CardId; readonly actions: readonly CardId[] }[]
  readonly looseActions: readonly CardId[]
  readonly byKind: ReadonlyMap<Kind, readonly CardId[]>
}

/** The cards of a board by group, those that `shows` leaves out apart; an intervention stays for the sake of its actions. */
export function groupsOf(board: Pick<Board, 'cards'>, shows: (id: CardId) => boolean): Groups {
  const { interventions, looseActions, others } = outlineOf(board)
  const byKind = new Map<Kind, CardId[]>()
  for (const { id, kind } of others)
    if (shows(id)) {
      const there = byKind.get(kind)
      if (there) there.push(id)
      else byKind.set(kind, [id])
    }
  return {
    interventions: interventions
      .map(({ frame, actions }) => ({ frame: frame.id, actions: idsOf(actions, shows) }))
      .filter(({ frame, actions }) => shows(frame) || actions.length > 0),
    looseActions: idsOf(looseActions, shows),
    byKind,
  }
}

/** The groups after a change, with the rows that were there in their old order. */
export function settledGroups(before: Groups, after: Groups): Groups {
  const frames = new Map(after.interventions.map((group) => [group.frame, group.actions]))
  const actionsBefore = new Map(before.interventions.map((group) => [group.frame, group.actions]))
  const order = settled(
    before.interventions.map(({ frame }) => frame),
    after.interventions.map(({ frame }) => frame),
  )
  return {
    interventions: order.map((frame) => ({
      frame,
      actions: settled(actionsBefore.get(frame) ?? [], frames.get(frame) ?? []),
    })),
    looseActions: settled(before.looseActions, after.looseActions),
    byKind: new Map(
      [...after.byKind].map(([kind, ids]) => [kind, settled(before.byKind.get(kind) ?? [], ids)]),
    ),
  }
}

/** All rows in the order in which they are read; `kinds` is that of the groups of the other kinds. */
export const rowsOf = ({ interventions, looseActions, byKind }: Groups, kinds: readonly Kind[]): CardId[] => [
  ...interventions.flatMap(({ frame, actions }) => [frame, ...actions]),
  ...looseActions,
  ...kinds.flatMap((kind) => byKind.get(kind) ?? []),
]

const idsOf = (cards: readonly { readonly id: CardId }[], shows: (id: CardId) => boolean): CardId[] =>
  cards.map((card) => card.id).filter(shows)
