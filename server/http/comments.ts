import { Hono } from 'hono'
import { z } from 'zod'
import { addComment } from '../../shared/board/commands/comments.ts'
import { readComment, type Comment } from '../../shared/board/comment.ts'
import { commentsOf, LIMITS } from '../../shared/board/schema.ts'
import { newId, type CardId, type CommentId } from '../../shared/ids.ts'
import type { House } from '../house.ts'
import type { FirstWriter } from '../rooms/authors.ts'
import type { Registry } from '../store/registry.ts'
import { filledText, readJson } from './body.ts'
import type { Env } from './env.ts'
import { actorOf, refuseArchived, type Guards } from './guard.ts'
import { personOf, type Person } from './people.ts'
import { boardFull, noSuchThing } from './problems.ts'

export const newComment = z.strictObject({
  card: z.string().min(1).max(100),
  text: filledText(LIMITS.comment),
  /** The comment that opened the conversation. */
  answers: z.string().min(1).max(100).optional(),
})

/** Who said something, and when, by the server's log. */
export interface Speaker extends Person {
  readonly at: string
}

/** What is said about cards. Editors write it into the document themselves; for who holds none the server does. */
export function comments(house: House, guards: Guards): Hono<Env> {
  const { registry, rooms } = house
  const app = new Hono<Env>()

  app.get('/:id/comments', guards.member('viewer'), async (c) => {
    const said = await rooms.use(c.get('member').board.id, (room) =>
      room.read((doc) => {
        const speakers = speakersOf(registry, room.speakers())
        return [...commentsOf(doc).entries()].flatMap(([id, record]) => {
          const comment = readComment(id, record)
          const by = comment && !comment.deleted ? speakers.get(comment.id) : undefined
          return comment && by ? [toldAs(comment, by)] : []
        })
      }),
    )
    return c.json({
      comments: said.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1)),
    })
  })

  app.post('/:id/comments', guards.member('contributor'), async (c) => {
    const { card, text, answers } = await readJson(c, newComment)
    refuseArchived(c)
    const id = newId<CommentId>()
    await rooms.use(c.get('member').board.id, (room) =>
      room.read((_doc, board) => {
        if (!board.cards.has(card as CardId))
          throw noSuchThing(
            'Questa scheda non è più sul tavolo: il commento non è stato aggiunto.',
            'This card is no longer at this board: the comment was not added.',
          )
      }),
    )
    await rooms.use(c.get('member').board.id, (room) =>
      room.change(actorOf(c), (doc, origin) => {
        const opening = answers === undefined ? null : commentsOf(doc).get(answers)
        if (answers !== undefined && (!opening || readComment(answers, opening)?.card !== card))
          throw noSuchThing(
            'Il commento a cui rispondere non c’è più: scrivine uno nuovo.',
            'The comment to answer is no longer there: write a new one.',
          )
        if (room.isFull) throw boardFull()
        const added = addComment(
          doc,
          { id, card: card as CardId, text, answers: answers as CommentId | undefined },
          origin,
        )
        if (added === null) throw boardFull()
      }),
    )
    return c.json({ id }, 201)
  })

  return app
}

/** Names for what the log knows of comments; the server itself says nothing. */
export const speakersOf = (
  registry: Registry,
  known: readonly (readonly [CommentId, FirstWriter])[],
): Map<CommentId, Speaker> =>
  new Map(
    known.flatMap(([comment, { actor, timeMs }]) => {
      const person = personOf(registry, actor)
      return person ? [[comment, { ...person, at: new Date(timeMs).toISOString() }]] : []
    }),
  )

const toldAs = ({ id, card, text, answers, resolved }: Comment, { at, ...by }: Speaker) => ({
  id,
  card,
  text,
  answers,
  resolved,
  by,
  at,
})
