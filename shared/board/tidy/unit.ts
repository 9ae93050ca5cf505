import type { CardId } from '../../ids.ts'
import type { Board } from '../board.ts'
import { isFrame, type Card, type Kind, type Point, type Size } from '../card.ts'
import { inside } from '../commands/move-cards.ts'
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
  const zoned = contentOfZones(cards)
  const inZones = new Set([...zoned.values()].flat().map(({ id }) => id))
  return cards.flatMap((card): Unit[] => {
    if (card.kind === 'zone') return [zoneUnit(card, zoned.get(card.id) ?? [])]
    if (inZones.has(card.id)) return []
    if (card.kind === 'intervention') return [interventionUnit(card, membersOf(card.id, cards))]
    if (card.kind === 'action' && card.intervention !== undefined) return []
    return [{ id: card.id, kind: card.kind, size: card.size, parts: [{ id: card.id, at: [0, 0] }] }]
  })
}

const isDrawn = (card: Card): boolean => card.kind !== 'need' || card.mergedInto === undefined

const membersOf = (frame: CardId, cards: readonly Card[]): Card[] =>
  cards.filter((card) => card.kind === 'action' && card.intervention === frame)

/** A zone was drawn around its cards by hand: they keep their places in it. Members of an intervention go with that. */
function contentOfZones(cards: readonly Card[]): Map<CardId, Card[]> {
  const content = new Map<CardId, Card[]>()
  const taken = new Set<CardId>()
  for (const zone of cards) {
    if (zone.kind !== 'zone') continue
    const within = cards.filter(
      (card) =>
        !isFrame(card) &&
        !(card.kind === 'action' && card.intervention !== undefined) &&
        !taken.has(card.id) &&
        inside(card, zone),
    )
    for (const { id } of within) taken.add(id)
    content.set(zone.id, within)
  }
  return content
}

const zoneUnit = (zone: Card, content: readonly Card[]): Unit => ({
  id: zone.id,
  kind: zone.kind,
  size: zone.size,
  parts: [zone, ...content].map(({ id, at }) => ({ id, at: [at[0] - zone.at[0], at[1] - zone.at[1]] })),
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
