import type { CardId } from '../ids.ts'
import type { Board } from './board.ts'
import type { Card, CardOf } from './card.ts'

/** The board as a list: what Elenco shows, what a screen reader walks and the order of every export. */
export interface Outline {
  /** Intervention frames with their actions. */
  readonly interventions: readonly {
    readonly frame: CardOf<'intervention'>
    readonly actions: readonly CardOf<'action'>[]
  }[]
  /** Actions in no intervention. */
  readonly looseActions: readonly CardOf<'action'>[]
  /** Every other card, zones included. */
  readonly others: readonly Card[]
}

/** Frames, then actions, then the other cards, each in reading order. Every card of the table occurs once. */
export function outlineOf(board: Pick<Board, 'cards'>): Outline {
  const members = new Map<CardId, CardOf<'action'>[]>()
  const frames: CardOf<'intervention'>[] = []
  const looseActions: CardOf<'action'>[] = []
  const others: Card[] = []
  for (const card of inReadingOrder(board.cards.values())) {
    if (card.kind === 'intervention') frames.push(card)
    else if (card.kind !== 'action') others.push(card)
    else if (card.intervention === undefined) looseActions.push(card)
    else membersOf(members, card.intervention as CardId).push(card)
  }
  return {
    interventions: frames.map((frame) => ({ frame, actions: members.get(frame.id) ?? [] })),
    looseActions,
    others,
  }
}

/** From top to bottom, then from left to right; cards on one spot in the order of their ids, the same for everybody. */
export const inReadingOrder = <C extends Pick<Card, 'id' | 'at'>>(cards: Iterable<C>): C[] =>
  [...cards].sort((a, b) => a.at[1] - b.at[1] || a.at[0] - b.at[0] || (a.id < b.id ? -1 : 1))

function membersOf<T>(groups: Map<CardId, T[]>, key: CardId): T[] {
  const there = groups.get(key)
  if (there) return there
  const fresh: T[] = []
  groups.set(key, fresh)
  return fresh
}
