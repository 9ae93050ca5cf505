import fc from 'fast-check'
import * as Y from 'yjs'
import { boardOf, ofKind } from '../../../shared/board/board.ts'
import { CARD_KINDS, FRAME_KINDS, type Kind } from '../../../shared/board/card.ts'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { changeLink } from '../../../shared/board/commands/change-link.ts'
import { editCard, editText } from '../../../shared/board/commands/edit-card.ts'
import { editLink, linkCards, unlink } from '../../../shared/board/commands/link-cards.ts'
import { foldFrames, groupCards, lockCards } from '../../../shared/board/commands/lay-cards.ts'
import { stackCards } from '../../../shared/board/commands/stack-cards.ts'
import { mergeNeeds, unmergeNeed } from '../../../shared/board/commands/merge-needs.ts'
import { carriedBy, moveCards, resizeFrame } from '../../../shared/board/commands/move-cards.ts'
import { pasteLines } from '../../../shared/board/commands/paste-lines.ts'
import { pasteRows } from '../../../shared/board/commands/paste-rows.ts'
import { placeCard } from '../../../shared/board/commands/place-card.ts'
import { putIntoIntervention } from '../../../shared/board/commands/put-into-intervention.ts'
import { setHeader } from '../../../shared/board/commands/set-header.ts'
import { restoreCards, trashCards } from '../../../shared/board/commands/trash-cards.ts'
import { jointsBetween, LINK_KINDS } from '../../../shared/board/link.ts'
import { LOCAL } from '../../../shared/board/origin.ts'
import { cardsOf, linksOf } from '../../../shared/board/schema.ts'
import type { CardId, LinkId } from '../../../shared/ids.ts'

/** A replica of the board and the updates it has not received yet, in any order. */
export interface Replica {
  readonly doc: Y.Doc
  readonly undo: { undo(): void; redo(): void }
  readonly inbox: Uint8Array[]
}

/** Replicas that hear of each other's updates only through their inboxes. */
export function connect(count: number): Replica[] {
  const replicas = Array.from({ length: count }, (_, i) => {
    const doc = new Y.Doc()
    doc.clientID = i + 1
    const undo = new Y.UndoManager([cardsOf(doc), linksOf(doc)], {
      doc,
      trackedOrigins: new Set([LOCAL]),
      captureTimeout: 0,
    })
    return { doc, undo, inbox: [] as Uint8Array[] }
  })
  for (const replica of replicas)
    replica.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'network') for (const other of replicas) if (other !== replica) other.inbox.push(update)
    })
  return replicas
}

/** What all of them start from, so that random acts meet: a few cards of every kind. */
export function startTogether(replicas: readonly Replica[]): void {
  const [first] = replicas
  if (!first) return
  for (const kind of KINDS)
    for (let n = 0; n < (kind === 'action' || kind === 'need' ? 4 : 1); n++)
      addCard(first.doc, { kind, at: [n * 100, 0], title: kind, id: `${kind}${n}` as CardId })
  deliverAll(replicas)
}

/** Delivers one waiting update, chosen by `which`. */
export function deliver(replica: Replica, which: number): void {
  const [update] = replica.inbox.splice(which % Math.max(1, replica.inbox.length), 1)
  if (update) Y.applyUpdate(replica.doc, update, 'network')
}

export function deliverAll(replicas: readonly Replica[]): void {
  for (const replica of replicas) while (replica.inbox.length > 0) deliver(replica, 0)
}

/** How many kinds of intentions `perform` knows. */
export const WHATS = 22

export const steps = fc.array(
  fc.record({
    who: fc.nat(4),
    what: fc.nat(WHATS - 1),
    a: fc.nat(1000),
    b: fc.nat(1000),
    text: fc.string({ unit: 'grapheme', maxLength: 40 }),
  }),
  { minLength: 1, maxLength: 60 },
)
export type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never
const KINDS: readonly Kind[] = [...CARD_KINDS, ...FRAME_KINDS]

const LAYS: readonly ((doc: Y.Doc, ids: readonly CardId[]) => void)[] = [
  (doc, ids) => lockCards(doc, ids, true),
  (doc, ids) => lockCards(doc, ids, false),
  (doc, ids) => groupCards(doc, ids, true),
  (doc, ids) => groupCards(doc, ids, false),
  (doc, ids) => stackCards(doc, ids, 'front'),
  (doc, ids) => stackCards(doc, ids, 'back'),
  (doc, ids) => stackCards(doc, ids, 'forward'),
  (doc, ids) => stackCards(doc, ids, 'backward'),
  (doc, ids) => foldFrames(doc, ids, true),
  (doc, ids) => foldFrames(doc, ids, false),
]

/** One random intention of one person, on whatever that person sees now. */
export function perform(
  { doc, undo }: Pick<Replica, 'doc' | 'undo'>,
  { what, a, b, text }: Omit<Step, 'who'>,
): void {
  const board = boardOf(doc)
  const ids = [...board.cards.keys()]
  const card = (n: number): CardId => ids[n % Math.max(1, ids.length)] ?? ('none' as CardId)
  const links = [...board.links.keys()]
  const link = (n: number): LinkId => links[n % Math.max(1, links.length)] ?? ('none' as LinkId)
  const kind = KINDS[a % KINDS.length] ?? 'note'
  switch (what) {
    case 0:
    case 1:
      return void addCard(doc, { kind, at: [a, b], title: text })
    case 2:
      return editText(doc, card(a), b % 2 ? 'title' : 'body', text)
    case 3:
      return editCard<'action'>(doc, card(a), { costCents: b, places: [text] })
    case 4:
      return moveCards(
        doc,
        [...carriedBy(board, [card(a)])].map((id) => ({
          id,
          to: [a - b, b] as const,
          intervention: b % 3 ? null : card(b),
        })),
      )
    case 5:
      return resizeFrame(doc, card(a), [a, b], [a, b])
    case 6:
      return trashCards(doc, [card(a)])
    case 7:
      return restoreCards(doc, [...board.trash.keys()].slice(0, 1))
    case 8: {
      const [first, second] = [board.cards.get(card(a)), board.cards.get(card(b))]
      const joints = first && second ? jointsBetween(first, second) : []
      const joint = joints[(a + b) % Math.max(1, joints.length)]
      if (!first || !second || !joint) return
      const [from, to] = joint.reversed ? [second.id, first.id] : [first.id, second.id]
      return void linkCards(doc, { kind: joint.kind, from, to })
    }
    case 9: {
      const actions = ofKind(board.cards.values(), 'action')
      const [from, to] = [actions[a % Math.max(1, actions.length)], actions[b % Math.max(1, actions.length)]]
      return from && to ? void linkCards(doc, { kind: 'enables', from: from.id, to: to.id }) : undefined
    }
    case 10:
      return unlink(doc, [link(a)])
    case 11:
      return editLink<'finances'>(doc, link(a), { cents: b })
    case 12:
      return void (b % 3 ? mergeNeeds(doc, card(a), [card(b), card(a + b)]) : unmergeNeed(doc, card(a)))
    case 13:
      return putIntoIntervention(doc, [card(a), card(a + 1)], b % 4 ? card(b) : null)
    case 14:
      return void pasteLines(doc, `${text}\n- due\n\n3) tre`, 'need', [a, b])
    // Gone for good, as a script may do, or undo of an addition: what others linked to it meanwhile dangles.
    case 15:
      return doc.transact(() => cardsOf(doc).delete(card(a)), LOCAL)
    case 16:
      return setHeader(doc, b % 2 ? { title: text } : { city: text })
    case 17:
      return void pasteRows(doc, card(a), [text, `${text} due`, 'tre'])
    case 18:
      return void placeCard(doc, { kind, title: text, after: card(a), frame: b % 2 ? card(b) : undefined })
    case 19: {
      const there = board.links.get(link(a))
      const way = b % 3 ? { [b % 2 ? 'from' : 'to']: card(b) } : { kind: LINK_KINDS[b % LINK_KINDS.length] }
      return there && void changeLink(doc, there.id, way as object)
    }
    case 20:
      return LAYS[b % LAYS.length]?.(doc, [card(a), card(a + b)])
    default:
      return void (b % 2 ? undo.undo() : undo.redo())
  }
}
