import type { Card, Kind } from '../../shared/board/card.ts'
import { linkCards } from '../../shared/board/commands/link-cards.ts'
import { CARD_KINDS, FRAME_KINDS, type Point } from '../../shared/board/card.ts'
import { jointsBetween, type Joint, type LinkKind } from '../../shared/board/link.ts'
import type { CardId } from '../../shared/ids.ts'
import { kindLabel, linkWord } from '../board/kinds.ts'
import { m } from '../paraglide/messages.js'
import type { Desk } from './tool.ts'

/** What to do about two cards that somebody wants to join. */
export type Proposal =
  | { readonly kind: 'make'; readonly joint: Joint }
  | { readonly kind: 'choose'; readonly joints: readonly Joint[] }
  /** No link that the plan reads fits this pair: say which pairs do, and offer the plain line. */
  | { readonly kind: 'explain'; readonly joints: readonly Joint[] }

/** One telling way is taken at once; several are asked; with none, the plain line is offered with an explanation. */
export function proposalFor(first: Pick<Card, 'kind'>, second: Pick<Card, 'kind'>): Proposal {
  const joints = jointsBetween(first, second)
  const [telling, ...more] = joints.filter((joint) => joint.kind !== 'relates')
  if (!telling) return { kind: 'explain', joints }
  return more.length === 0 ? { kind: 'make', joint: telling } : { kind: 'choose', joints }
}

export interface Possible {
  readonly link: LinkKind
  readonly others: readonly Kind[]
}

/** With what a kind of card can be joined so that the plan reads it, by link. */
export function possibleFor(kind: Kind): readonly Possible[] {
  const byLink = new Map<LinkKind, Kind[]>()
  for (const other of [...CARD_KINDS, ...FRAME_KINDS])
    for (const joint of jointsBetween({ kind }, { kind: other }))
      if (joint.kind !== 'relates') byLink.set(joint.kind, [...(byLink.get(joint.kind) ?? []), other])
  return [...byLink].map(([link, others]) => ({ link, others }))
}

/** "Fondo si collega con: Azione (finanzia)." */
export function pairsSentence(kind: Kind): string {
  const possible = possibleFor(kind)
  if (possible.length === 0) return m.canvas_pairs_none({ kind: kindLabel(kind) })
  const pairs = possible.map(({ link, others }) => `${others.map(kindLabel).join(', ')} (${linkWord(link)})`)
  return m.canvas_pairs({ kind: kindLabel(kind), pairs: pairs.join('; ') })
}

/** Joins two cards, or asks how at a place of the canvas. */
export function join(desk: Desk, first: CardId, second: CardId, at: Point): void {
  const cards = [desk.board.card(first), desk.board.card(second)]
  const [one, other] = cards
  if (!one || !other || one.id === other.id) return
  const proposal = proposalFor(one, other)
  if (proposal.kind === 'make') makeLink(desk, proposal.joint, first, second)
  else desk.tools.question = { first, second, joints: proposal.joints, at }
}

/** Makes one link between two cards and chooses it, or says why it cannot be. */
export function makeLink(desk: Desk, joint: Joint, first: CardId, second: CardId): void {
  const [from, to] = joint.reversed ? [second, first] : [first, second]
  const result = desk.act((doc) => linkCards(doc, { kind: joint.kind, from, to }))
  if (!result) return
  if (!result.ok) {
    desk.tools.say(REFUSALS[result.reason](), 'trouble')
    return
  }
  desk.selection.chooseLink(result.id)
  const words = { from: titleOf(desk, from), link: linkWord(joint.kind), to: titleOf(desk, to) }
  desk.tools.say(result.existed ? m.canvas_link_there(words) : m.canvas_linked(words))
}

export function titleOf(desk: Pick<Desk, 'board'>, id: CardId): string {
  return desk.board.card(id)?.title.trim() || m.untitled()
}

/** Why two cards were not joined, or a link not changed. */
export const REFUSALS = {
  missingLink: m.link_gone,
  existed: m.relink_existed,
  missingCard: m.canvas_link_missing,
  sameCard: m.canvas_link_same,
  wrongPair: m.canvas_link_wrong,
  circle: m.canvas_link_circle,
  boardFull: m.canvas_links_full,
} as const
