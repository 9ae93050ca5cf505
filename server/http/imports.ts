import { Hono } from 'hono'
import { HEADER, LIMITS, ROOT } from '../../shared/board/schema.ts'
import { writeWhole, type WholeBoard } from '../../shared/board/whole.ts'
import { readBoard } from '../../shared/formats/board-json/read.ts'
import type { House } from '../house.ts'
import { readBytes } from './body.ts'
import type { Env } from './env.ts'
import { actorOf, refuseArchived, type Guards } from './guard.ts'
import { boardFull, noSuchThing, wrongInput } from './problems.ts'

const MAX_BYTES = 16 * 1024 * 1024
const OWN_HEADER: readonly string[] = Object.values(HEADER)

/** Bringing in what a file holds: all of it or nothing, unless `?partial=1` takes what is sound. */
export function imports(house: House, guards: Guards): Hono<Env> {
  const app = new Hono<Env>()

  app.post('/:id/imports/:format', guards.member('editor'), async (c) => {
    if (c.req.param('format') !== 'board.json')
      throw noSuchThing('Si può importare solo «board.json».', 'Only “board.json” can be imported.')
    refuseArchived(c)
    const { whole, problems } = readBoard(await readBytes(c, MAX_BYTES))
    if (problems.length > 0 && c.req.query('partial') !== '1') {
      const [first] = problems
      const place = first?.field ?? ''
      throw wrongInput(
        place,
        {
          it: `Il file ha ${problems.length} punti da correggere e nulla è stato importato. Il primo, ${place}: ${first?.message ?? ''}`,
          en: `The file has ${problems.length} places to correct and nothing was imported. The first, ${place}: ${first?.message ?? ''}`,
        },
        { problems },
      )
    }
    const content = withoutHeader(whole)
    const [cards, links] = [Object.keys(content.cards), Object.keys(content.links)]
    await house.rooms.use(c.get('member').board.id, (room) =>
      room.change(actorOf(c), (doc, origin) => {
        if (room.isFull) throw boardFull()
        const fits = (root: string, ids: readonly string[], limit: number): boolean => {
          const there = doc.getMap(root)
          return there.size + ids.filter((id) => !there.has(id)).length <= limit
        }
        if (!fits(ROOT.cards, cards, LIMITS.cards) || !fits(ROOT.links, links, LIMITS.links))
          throw boardFull()
        writeWhole(doc, content, origin)
      }),
    )
    return c.json({ cards: cards.length, links: links.length, problems })
  })

  return app
}

/** The board keeps its own title, programme and city: a file brings cards, it does not make this another board. */
const withoutHeader = (whole: WholeBoard): WholeBoard => ({
  ...whole,
  board: Object.fromEntries(Object.entries(whole.board).filter(([key]) => !OWN_HEADER.includes(key))),
})
