import type { CardId } from '../../ids.ts'
import type { Board } from '../board.ts'
import { type Card, type Kind, type Point, type Size } from '../card.ts'
import { carriedBy, inside } from '../commands/move-cards.ts'
import { isFolded, sizeOn } from '../folded.ts'
import { inReadingOrder } from '../outline.ts'
import { CARD_SIZE } from '../schema.ts'

/** What is placed as one piece: a card, an intervention with its actions, a zone with what lies in it. */
export interface Unit {
  readonly id: CardId
  readonly kind: Kind
  readonly size: Size
  /** Where its cards stand, from its own top left corner; a frame that must grow says its new size. */
  readonly parts: readonly Part[]
}

export interface Part {
  readonly id: CardId
  readonly at: Point
  readonly size?: Size
}

const GAP = 28
const HEADING = 56
const MEMBERS_IN_A_COLUMN = 6

/** The pieces of a board in reading order. Needs merged into others are drawn nowhere and stay as they are. */
export function unitsOf(board: Board): Unit[] {
  const cards = inReadingOrder(board.cards.values()).filter(isDrawn)
  const members = membersByFrame(cards)
  const whole = contentKept(board, cards, members)
  const within = new Set([...whole.values()].flat().map(({ id }) => id))
  return cards.flatMap((card): Unit[] => {
    if (within.has(card.id)) return []
    const content = whole.get(card.id)
    if (content) return [keptUnit(card, content)]
    if (card.kind === 'intervention') return [interventionUnit(card, members.get(card.id) ?? [])]
    if (card.kind === 'action' && card.intervention !== undefined) return []
    return [{ id: card.id, kind: card.kind, size: card.size, parts: [{ id: card.id, at: [0, 0] }] }]
  })
}

const isDrawn = (card: Card): boolean => card.kind !== 'need' || card.mergedInto === undefined

function membersByFrame(cards: readonly Card[]): ReadonlyMap<CardId, readonly Card[]> {
  const members = new Map<CardId, Card[]>()
  for (const card of cards) {
    if (card.kind !== 'action' || card.intervention === undefined) continue
    const frame = card.intervention as CardId
    const known = members.get(frame)
    if (known) known.push(card)
    else members.set(frame, [card])
  }
  return members
}

/**
 * The frames whose content keeps its places in them: a folded one, in which nobody sees what happens, and a zone, which was
 * drawn around its cards by hand. An intervention whose actions lie elsewhere is put in order for itself.
 */
function contentKept(
  board: Board,
  cards: readonly Card[],
  members: ReadonlyMap<CardId, readonly Card[]>,
): ReadonlyMap<CardId, readonly Card[]> {
  const kept = new Map<CardId, readonly Card[]>()
  const taken = new Set<CardId>()
  // Outer frames first: what is folded in a zone goes with the zone.
  const frames = cards.filter((card) => card.kind === 'zone' || isFolded(card))
  for (const frame of [...frames].sort((a, b) => Number(b.kind === 'zone') - Number(a.kind === 'zone'))) {
    if (taken.has(frame.id)) continue
    const strays = isFolded(frame)
      ? []
      : cards.filter(
          (card) =>
            card.kind === 'intervention' &&
            !isFolded(card) &&
            members.get(card.id)?.some((one) => !inside(one, card)),
        )
    const left = carriedBy(
      board,
      strays.map(({ id }) => id),
    )
    const content = [...carriedBy(board, [frame.id])].flatMap((id) => {
      const card = board.cards.get(id)
      return card && id !== frame.id && isDrawn(card) && !taken.has(id) && !left.has(id) ? [card] : []
    })
    for (const { id } of content) taken.add(id)
    kept.set(frame.id, content)
  }
  return kept
}

const keptUnit = (frame: Card, content: readonly Card[]): Unit => ({
  id: frame.id,
  kind: frame.kind,
  size: sizeOn(frame),
  parts: [frame, ...content].map(({ id, at }) => ({ id, at: [at[0] - frame.at[0], at[1] - frame.at[1]] })),
})

/** Actions stand below each other, in a second column when there are many; the frame becomes as large as they need. */
function interventionUnit(frame: Card, members: readonly Card[]): Unit {
  if (members.length === 0)
    return { id: frame.id, kind: frame.kind, size: frame.size, parts: [{ id: frame.id, at: [0, 0] }] }
  const columns = Math.ceil(members.length / MEMBERS_IN_A_COLUMN)
  const rows = Math.ceil(members.length / columns)
  const size: Size = [GAP + columns * (CARD_SIZE[0] + GAP), HEADING + rows * (CARD_SIZE[1] + GAP)]
  const parts = members.map(({ id }, nth): Part => ({
    id,
    at: [GAP + Math.floor(nth / rows) * (CARD_SIZE[0] + GAP), HEADING + (nth % rows) * (CARD_SIZE[1] + GAP)],
  }))
  return { id: frame.id, kind: frame.kind, size, parts: [{ id: frame.id, at: [0, 0], size }, ...parts] }
}
