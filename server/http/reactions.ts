import { Hono, type Context } from 'hono'
import { survivorOf } from '../../shared/board/board.ts'
import { inReadingOrder } from '../../shared/board/outline.ts'
import type { CardId, ParticipantId } from '../../shared/ids.ts'
import type { House } from '../house.ts'
import type { Room } from '../rooms/room.ts'
import { alsoMine, type AlsoMine } from '../sitting/also-mine.ts'
import { addReaction, reactionsOf, removeReactions } from '../store/registry-reactions.ts'
import type { Env } from './env.ts'
import { refuseArchived, type Guards } from './guard.ts'
import { noSuchThing, participantNeeded, tooFast, tooMany } from './problems.ts'

/** How many people say of a need that it is theirs too. */
export interface Reaction {
  readonly id: CardId
  readonly title: string
  readonly count: number
  /** Whether the person who asks is one of them. */
  readonly mine: boolean
  /** Whether that person proposed it, or one that was merged into it. */
  readonly own: boolean
}

/** "È anche mio": a record of the server, because a person counts once and nobody may count for another. */
export function reactions(house: House, guards: Guards): Hono<Env> {
  const { registry, rooms, limits } = house
  const app = new Hono<Env>()

  app.get('/:id/reactions', guards.member('viewer'), async (c) => {
    const { board, participant } = c.get('member')
    const needs = await rooms.use(board.id, (room) =>
      room.read((_doc, { cards }) => {
        const all = readAll(room)
        return inReadingOrder([...cards.values()]).flatMap(({ id }) => {
          const found = all.get(id)
          return found ? [toldTo(participant, room, found)] : []
        })
      }),
    )
    return c.json({ needs })
  })

  app.put('/:id/reactions/:card', guards.member('contributor'), (c) =>
    say(c, async (participant, { need }) => {
      const isKept = await addReaction(registry, c.get('member').board.id, need.id, participant)
      if (!isKept)
        throw tooMany(
          'Su questo tavolo «è anche mio» è già stato detto troppe volte: non se ne possono contare altre.',
          'At this board “mine too” was said too many times already: no more can be counted.',
        )
    }),
  )

  app.delete('/:id/reactions/:card', guards.member('contributor'), (c) =>
    say(c, (participant, { cards }) =>
      removeReactions(registry, c.get('member').board.id, cards, participant),
    ),
  )

  /** Does it for the need that speaks for the one asked of, and tells everybody at the table how many they are now. */
  async function say(
    c: Context<Env, '/:id/reactions/:card'>,
    change: (participant: ParticipantId, need: AlsoMine) => Promise<void>,
  ): Promise<Response> {
    const { board, participant } = c.get('member')
    if (participant === null) throw participantNeeded()
    const waitMs = limits.reacting.take(participant)
    if (waitMs > 0) throw tooFast(waitMs)
    refuseArchived(c)
    return rooms.use(board.id, async (room) => {
      const find = (): Promise<AlsoMine> =>
        room.read((_doc, { cards }) => {
          const card = cards.get(c.req.param('card') as CardId)
          const found = card?.kind === 'need' ? readAll(room).get(survivorOf(card, cards)) : undefined
          if (!found)
            throw noSuchThing(
              'Questo bisogno non è più sul tavolo: ricarica l’elenco.',
              'This need is no longer at this board: load the list again.',
            )
          return found
        })
      await change(participant, await find())
      const now = await find()
      room.people.tellAll({
        type: 'event',
        name: 'reactions',
        detail: JSON.stringify({ [now.need.id]: now.people.size }),
      })
      return c.json(toldTo(participant, room, now))
    })
  }

  function readAll(room: Room): Map<CardId, AlsoMine> {
    return alsoMine(room.board, reactionsOf(registry, room.id), (card) => authorOf(room, card))
  }

  return app
}

const authorOf = (room: Room, card: CardId) => room.authorsOf([card])[0]?.[1].actor

const toldTo = (
  participant: ParticipantId | null,
  room: Room,
  { need: { id, title }, cards, people }: AlsoMine,
): Reaction => ({
  id,
  title,
  count: people.size,
  mine: participant !== null && people.has(participant),
  own: participant !== null && [...cards].some((card) => authorOf(room, card) === participant),
})
