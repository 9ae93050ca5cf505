import { Hono } from 'hono'
import type * as Y from 'yjs'
import { boardOf } from '../../shared/board/board.ts'
import { CARD_KINDS } from '../../shared/board/card.ts'
import { bringPieces, cornerBelow, hasRoom, renewed } from '../../shared/board/commands/bring-pieces.ts'
import type { Origin } from '../../shared/board/origin.ts'
import { HEADER, LIMITS, ROOT } from '../../shared/board/schema.ts'
import { writeWhole, type WholeBoard } from '../../shared/board/whole.ts'
import { readBoard } from '../../shared/formats/board-json/read.ts'
import type { Problem } from '../../shared/formats/format.ts'
import { isCardKind, READERS, type PiecesReading, type ReaderOptions } from '../../shared/formats/readers.ts'
import type { House } from '../house.ts'
import { readBytes } from './body.ts'
import type { Env } from './env.ts'
import { actorOf, refuseArchived, type Guards } from './guard.ts'
import { boardFull, noSuchThing, wrongInput } from './problems.ts'

const BOARD = 'board.json'
const MAX_BYTES = 16 * 1024 * 1024
const OWN_HEADER: readonly string[] = Object.values(HEADER)

/** Bringing in what a file holds: all of it or nothing, unless `?partial=1` takes what is sound. */
export function imports(house: House, guards: Guards): Hono<Env> {
  const app = new Hono<Env>()

  app.post('/:id/imports/:format', guards.member('editor'), async (c) => {
    const format = c.req.param('format')
    const read = READERS[format]
    if (format !== BOARD && !read) throw unreadable()
    refuseArchived(c)
    const bytes = await readBytes(c, MAX_BYTES)
    const { problems, put, counts } = read ? pieces(read(bytes, optionsIn(c.req.query()))) : whole(bytes)
    if (problems.length > 0 && c.req.query('partial') !== '1') throw toCorrect(problems)
    await house.rooms.use(c.get('member').board.id, (room) =>
      room.change(actorOf(c), (doc, origin) => {
        if (room.isFull) throw boardFull()
        put(doc, origin)
      }),
    )
    return c.json({ ...counts, problems })
  })

  return app
}

/** What a file holds, ready to be put on the table. */
interface Content {
  readonly problems: readonly Problem[]
  readonly counts: { readonly cards: number; readonly links: number }
  /** Throws the Problem `boardFull`, having done nothing, when there is no room for all of it. */
  put(doc: Y.Doc, origin: Origin): void
}

/** The whole document of another board: records of the same id are replaced. */
function whole(bytes: Uint8Array): Content {
  const { whole: read, problems } = readBoard(bytes)
  const content = withoutHeader(read)
  const [cards, links] = [Object.keys(content.cards), Object.keys(content.links)]
  return {
    problems,
    counts: { cards: cards.length, links: links.length },
    put(doc, origin) {
      const fits = (root: string, ids: readonly string[], limit: number): boolean => {
        const there = doc.getMap(root)
        return there.size + ids.filter((id) => !there.has(id)).length <= limit
      }
      if (!fits(ROOT.cards, cards, LIMITS.cards) || !fits(ROOT.links, links, LIMITS.links)) throw boardFull()
      writeWhole(doc, content, origin)
    },
  }
}

/** Fresh cards, below what is on the table. */
const pieces = ({ pieces: read, troubles }: PiecesReading): Content => ({
  problems: troubles,
  counts: { cards: read.cards.length, links: read.links.length },
  put(doc, origin) {
    if (!hasRoom(doc, read)) throw boardFull()
    bringPieces(doc, renewed(read, cornerBelow(boardOf(doc))), origin)
  },
})

function optionsIn({ kind, city, words }: Readonly<Record<string, string>>): ReaderOptions {
  if (kind !== undefined && !isCardKind(kind))
    throw wrongInput('kind', {
      it: `kind: può essere ${CARD_KINDS.join(', ')}.`,
      en: `kind: may be ${CARD_KINDS.join(', ')}.`,
    })
  return { ...(kind && { kind }), ...(city && { city }), ...(words && { words }) }
}

const unreadable = () => {
  const ids = [BOARD, ...Object.keys(READERS)].join(', ')
  return noSuchThing(`Si possono importare: ${ids}.`, `What can be imported: ${ids}.`)
}

function toCorrect(problems: readonly Problem[]) {
  const [first] = problems
  const place = placeOf(first)
  return wrongInput(
    place,
    {
      it: `Il file ha ${problems.length} punti da correggere e nulla è stato importato. Il primo, ${place}: ${first?.message ?? ''}`,
      en: `The file has ${problems.length} places to correct and nothing was imported. The first, ${place}: ${first?.messageEn ?? first?.message ?? ''}`,
    },
    { problems },
  )
}

const placeOf = (problem: Problem | undefined): string =>
  [problem?.row ? `${problem.row}` : null, problem?.field].filter((part) => part).join(' ')

/** The board keeps its own title, programme and city: a file brings cards, it does not make this another board. */
const withoutHeader = (read: WholeBoard): WholeBoard => ({
  ...read,
  board: Object.fromEntries(Object.entries(read.board).filter(([key]) => !OWN_HEADER.includes(key))),
})
