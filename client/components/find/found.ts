import type { Card } from '../../../shared/board/card.ts'
import type { Action } from '../../actions/action.ts'
import { ACTIONS } from '../../actions/index.ts'
import { kindLabel } from '../../board/kinds.ts'
import { authorWord, type BoardSession } from '../../session/board-session.svelte.ts'
import { answers, folded, ranked, searchable } from '../ui/search-cards.ts'
import { GROUP_WORDS } from './group-words.ts'

/** How well a card answers a search by title, text, kind, code, place, target group or person; 0 when it does not. */
export const answersOf = ({ authors }: Pick<BoardSession, 'authors'>, query: string, card: Card): number =>
  answers(query, searchable(card, kindLabel(card.kind), authorWord(authors.get(card.id))))

/** The cards that answer a query by title, text, kind, code, place, target group or person, best first. */
export function foundCards({ board, authors }: BoardSession, query: string): readonly Card[] {
  const all = [...board.cards.values()].map((view) => view.card)
  return ranked(query, all, (card) =>
    searchable(card, kindLabel(card.kind), authorWord(authors.get(card.id))),
  )
}

/** The cards in the trash that answer a query, best first; none before something is searched for. */
export const foundTrashed = ({ board, authors }: BoardSession, query: string): readonly Card[] =>
  query.trim() === ''
    ? []
    : ranked(query, [...board.trash.values()], (card) =>
        searchable(card, kindLabel(card.kind), authorWord(authors.get(card.id))),
      )

/** The commands that can be given now and answer a query; the one that opened the search is not among them. */
export function foundActions(session: BoardSession, query: string): readonly Action[] {
  const now = ACTIONS.filter(
    (action) =>
      action.id !== 'find' &&
      action.id !== 'escape' &&
      (!action.canvasOnly || session.view === 'board') &&
      action.enabled(session),
  )
  return ranked(query, now, (action) => ({
    title: folded(action.label()),
    others: folded(GROUP_WORDS[action.group]()),
  }))
}

const AROUND = 36

/** The words of a card's text around the first that was searched for, when its title does not say why it was found. */
export function whereIn(card: Card, query: string): string {
  const words = folded(query.trim()).split(/\s+/).filter(Boolean)
  const title = folded(card.title)
  if (words.every((word) => title.includes(word))) return ''
  const body = card.body.replace(/\s+/g, ' ')
  const at = words.map((word) => folded(body).indexOf(word)).find((one) => one >= 0)
  if (at === undefined) return ''
  const from = at <= AROUND ? 0 : body.indexOf(' ', at - AROUND) + 1
  const to = Math.min(body.length, at + 2 * AROUND)
  return `${from > 0 ? '…' : ''}${body.slice(from, to)}${to < body.length ? '…' : ''}`
}
