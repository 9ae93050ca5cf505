import { Hono } from 'hono'
import type { Card } from '../../shared/board/card.ts'
import type { CardId } from '../../shared/ids.ts'
import type { House } from '../house.ts'
import { allIds, authorsOf } from './authors.ts'
import type { Env } from './env.ts'
import type { Guards } from './guard.ts'

/** One thing that happened: who put a card on the table, and when. */
interface HistoryEvent {
  readonly kind: 'added'
  /** ISO date and time of the server. */
  readonly at: string
  readonly name: string
  readonly organisation: string
  readonly card: CardId
  readonly cardKind: Card['kind']
  readonly title: string
}

/** What happened at a board, newest first: the cards that were put on it, by whom. Named versions do not exist yet. */
export function history(house: House, guards: Guards): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/:id/history', guards.member('viewer'), async (c) => {
    const events = await house.rooms.use(c.get('member').board.id, (room) =>
      room.read((_doc, board) => {
        const authors = authorsOf(house.registry, room.authorsOf(allIds(board)))
        return [...board.cards.values(), ...board.trash.values()].flatMap((card): HistoryEvent[] => {
          const author = authors.get(card.id)
          if (!author) return []
          return [{ kind: 'added', ...author, card: card.id, cardKind: card.kind, title: card.title }]
        })
      }),
    )
    events.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    return c.json({ events, versions: [] })
  })
  return app
}
