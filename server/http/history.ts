import { Hono, type Context } from 'hono'
import { z } from 'zod'
import type { Told } from '../../shared/history/fact.ts'
import { sentenceOf } from '../../shared/history/sentence-of.ts'
import type { BoardId, CardId } from '../../shared/ids.ts'
import { restoreBoard, restoreCard } from '../../shared/board/commands/restore-board.ts'
import { followChain } from '../history/follow-chain.ts'
import { wholeOfState } from '../history/whole-of-state.ts'
import type { House } from '../house.ts'
import type { Moment } from '../history/stories.ts'
import type { Registry } from '../store/registry.ts'
import { updateBoard } from '../store/registry-boards.ts'
import { readJson } from './body.ts'
import type { Env } from './env.ts'
import { actorOf, refuseArchived, refuseWeaker, type Guards } from './guard.ts'
import { historyCsv } from './history-csv.ts'
import { personOf } from './people.ts'
import { boardFull, noSuchMoment, noSuchThing, wrongInput } from './problems.ts'
import { keepVersion, shownVersions } from './versions.ts'

const MOST = 200
const USUAL = 50

export const goBack = z.strictObject({ card: z.string().max(100).optional() })

/** What happened at a board, how it was, and going back. */
export function history(house: House, guards: Guards): Hono<Env> {
  const { stories } = house
  const app = new Hono<Env>()

  app.get('/:id/history', guards.member('viewer'), async (c) => {
    const { id } = c.get('member').board
    const page = await stories.page(id, {
      before: numberIn(c, 'before', 1, Number.MAX_SAFE_INTEGER) ?? Infinity,
      limit: numberIn(c, 'limit', 1, MOST) ?? USUAL,
      card: c.req.query('card') as CardId | undefined,
      who: c.req.query('who'),
    })
    return c.json({
      events: page.told.map((told) => eventOf(house.registry, told)),
      next: page.next,
      last: page.last,
      versions: shownVersions(house, id),
    })
  })

  app.get('/:id/history.csv', guards.member('viewer'), async (c) => {
    const { id } = c.get('member').board
    const chunks = await historyCsv(stories, house.registry, id)
    return c.body(chunks, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="tavolo-${id}-storia.csv"`,
    })
  })

  /** Reading a whole story takes a while: who asks meanwhile gets the same answer. */
  const following = new Map<BoardId, ReturnType<typeof followChain>>()
  app.get('/:id/history/chain', guards.member('viewer'), async (c) => {
    const { id } = c.get('member').board
    const answer = following.get(id) ?? followChain(house, id).finally(() => following.delete(id))
    following.set(id, answer)
    const followed = await answer
    if (!followed) throw noSuchMoment()
    return c.json({
      at: new Date(house.now()).toISOString(),
      sound: followed.unsound.length === 0,
      ...followed,
    })
  })

  app.get('/:id/history/:seq/state', guards.member('viewer'), async (c) => {
    const { state, seq, atMs } = await momentOf(c)
    return c.body(Uint8Array.from(state), 200, {
      'content-type': 'application/octet-stream',
      'tavolo-seq': String(seq),
      'tavolo-at': new Date(atMs).toISOString(),
    })
  })

  app.post('/:id/history/:seq/restore', guards.member('editor'), async (c) => {
    const { card } = await readJson(c, goBack)
    if (card === undefined) refuseWeaker(c, 'facilitator')
    refuseArchived(c)
    const { board } = c.get('member')
    const moment = await momentOf(c)
    const then = wholeOfState(moment.state)
    const actor = actorOf(c)
    if (card === undefined) {
      const now = await stories.mark(board.id)
      const how = { label: 'Prima di tornare indietro', note: '', by: actor, automatic: true }
      if (now) await keepVersion(house, board.id, now, how)
    }
    const changed = await house.rooms.use(board.id, (room) => {
      if (room.isFull) throw boardFull()
      return room.change(actor, (doc, origin) =>
        card === undefined
          ? restoreBoard(doc, then, moment.seq, origin)
          : restoreCard(doc, then, card as CardId, moment.seq, origin),
      )
    })
    if (!changed)
      throw noSuchThing(
        'In quel momento questa scheda non c’era: scegline uno successivo.',
        'This card was not there at that moment: choose a later one.',
      )
    const { title } = then.board
    if (card === undefined && typeof title === 'string' && title !== '')
      await updateBoard(house.registry, board.id, { title })
    return c.json({ seq: (await stories.mark(board.id))?.seq ?? 0, changed })
  })

  async function momentOf(c: Context<Env>): Promise<Moment> {
    const asked = c.req.param('seq') ?? ''
    const moment = /^[1-9]\d{0,14}$/.test(asked)
      ? await stories.at(c.get('member').board.id, Number(asked))
      : null
    if (!moment) throw noSuchMoment()
    return moment
  }

  return app
}

const eventOf = (registry: Registry, { seq, atMs, actor, fact }: Told) => ({
  seq,
  at: new Date(atMs).toISOString(),
  who: personOf(registry, actor),
  kind: fact.kind,
  cards: fact.cards,
  links: fact.links,
  sentence: sentenceOf(fact),
})

/** A whole number of the query; undefined when it is not there. */
function numberIn(c: Context, name: string, least: number, most: number): number | undefined {
  const text = c.req.query(name)
  if (text === undefined) return undefined
  const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN
  if (value >= least && value <= most) return value
  throw wrongInput(name, {
    it: `${name}: serve un numero intero da ${least} a ${most}.`,
    en: `${name}: a whole number from ${least} to ${most} is needed.`,
  })
}
