import type { Card } from '../../../shared/board/card.ts'
import { isFolded } from '../../../shared/board/folded.ts'
import type { CardId } from '../../../shared/ids.ts'
import { euro } from '../../../shared/money.ts'
import { byHeight } from '../../board/hit.ts'
import { kindLabel, linkWord } from '../../board/kinds.ts'
import { m } from '../../paraglide/messages.js'
import { getLocale } from '../../paraglide/runtime.js'
import type { Scene } from '../../session/scene.ts'
import { carriedWith } from '../../tools/move-drag.ts'
import { badgeOf } from '../canvas/badge.ts'
import { CardFacts } from '../canvas/card-facts.svelte.ts'
import { declaredDifference } from '../views/declared.ts'
import type { Picture, PicturedCard, PicturedFrame } from './picture.ts'

/** What is drawn of a board: all of it, or some cards with what their frames carry and the links among them. */
export function pictureOf(scene: Scene, chosen: Iterable<CardId> | null, now: Date): Picture {
  const { board, index, plan } = scene
  const wanted = chosen === null ? null : carriedWith({ board }, chosen)
  const facts = new CardFacts(scene)
  const cards: PicturedCard[] = []
  const frames: PicturedFrame[] = []
  const fromBelow = [...board.cards.keys()].flatMap((id) => board.card(id) ?? []).sort(byHeight)
  for (const card of fromBelow) {
    const { id } = card
    const box = index.box(id)
    if (!box || (wanted !== null && !wanted.has(id))) continue
    if (index.frames.box(id) === null) cards.push({ card, box, more: moreOf(facts, card), ...facts.of(card) })
    else {
      const sums = facts.sumsOf(id)
      frames.push({
        card,
        box,
        badge: badgeOf(sums?.axes ?? []),
        total: sums && sums.totalCents > 0 ? euro(sums.totalCents) : '',
        holds: isFolded(card) ? index.kindsIn(id) : [],
      })
    }
  }
  return {
    lang: getLocale(),
    title: board.header.title.trim() || m.untitled(),
    subtitle: [
      board.header.city,
      plan.plan.programme.shortTitle,
      new Intl.DateTimeFormat(getLocale(), { dateStyle: 'long' }).format(now),
    ]
      .filter((part) => part !== '')
      .join(' · '),
    total: wanted === null ? totalOf(scene) : null,
    frames,
    cards,
    links: [...board.links.values()].flatMap((link) => {
      const isMeant = wanted === null || (wanted.has(link.from) && wanted.has(link.to))
      const path = isMeant ? index.path(link.id) : null
      return path ? [{ link, path }] : []
    }),
    kindWord: kindLabel,
    linkWord,
    untitled: m.untitled(),
  }
}

function moreOf(facts: CardFacts, card: Card): string {
  const also = card.kind === 'need' ? facts.alsoMine(card.id) : 0
  const merged = facts.mergedInto(card.id)
  if (also > 0) return `+${also} ${m.also_mine_short()}`
  return merged > 0 ? `+${merged}` : ''
}

function totalOf({ plan }: Scene): Picture['total'] {
  const { ledger } = plan.plan
  if (ledger.totalCents === 0) return null
  const isAsDeclared = declaredDifference(ledger) === 0
  return { amount: euro(ledger.totalCents), word: isAsDeclared ? m.ledger_equal() : m.ledger_total() }
}
