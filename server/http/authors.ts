import { Hono } from 'hono'
import type { CardId } from '../../shared/ids.ts'
import type { Author } from '../../shared/formats/format.ts'
import type { House } from '../house.ts'
import type { FirstWriter } from '../rooms/authors.ts'
import type { Registry } from '../store/registry.ts'
import { participantById } from '../store/registry-participants.ts'
import type { Env } from './env.ts'
import type { Guards } from './guard.ts'

/** Who made each card. */
export function authors(house: House, guards: Guards): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/:id/authors', guards.member('viewer'), async (c) => {
    const known = await house.rooms.use(c.get('member').board.id, (room) =>
      room.read((_doc, board) => shownAuthors(house.registry, room.authorsOf(allIds(board)))),
    )
    return c.json(Object.fromEntries(known))
  })
  return app
}

/** Names for what the log knows: somebody whose name was erased, and who came without one, is an empty name. */
export function authorsOf(registry: Registry, known: Known): Map<CardId, Author> {
  return new Map([...shownAuthors(registry, known)].map(([card, { colour: _, ...author }]) => [card, author]))
}

/**
 * The same as people see them: with the colour that tells guests apart. Somebody whose name was erased, like the server
 * itself, has none.
 */
export function shownAuthors(
  registry: Registry,
  known: Known,
): Map<CardId, Author & { readonly colour: string }> {
  return new Map(
    known.map(([card, { actor, timeMs }]) => {
      const person = actor === 'server' ? null : participantById(registry, actor)
      return [
        card,
        {
          name: person?.name ?? '',
          organisation: person?.organisation ?? '',
          colour: person?.colour ?? '',
          at: new Date(timeMs).toISOString(),
        },
      ]
    }),
  )
}

type Known = readonly (readonly [CardId, FirstWriter])[]

export const allIds = (board: {
  readonly cards: ReadonlyMap<CardId, unknown>
  readonly trash: ReadonlyMap<CardId, unknown>
}): CardId[] => [...board.cards.keys(), ...board.trash.keys()]
