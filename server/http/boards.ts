import { Hono } from 'hono'
import { z } from 'zod'
import { setHeader } from '../../shared/board/commands/set-header.ts'
import type { Board } from '../../shared/board/board.ts'
import { newId, type BoardId } from '../../shared/ids.ts'
import { insertModel } from '../../shared/models/insert-model.ts'
import { MODEL_IDS } from '../../shared/models/list.ts'
import { PROGRAMMES, programmeById } from '../../shared/programme/programmes.ts'
import { ROLES, type Role } from '../../shared/protocol/messages.ts'
import { hashOf, newSecret } from '../access/secrets.ts'
import { eraseBoard } from '../erasures.ts'
import type { House } from '../house.ts'
import { boardsOf, createBoard, updateBoard } from '../store/registry-boards.ts'
import type { BoardEntry } from '../store/registry-data.ts'
import { addKey } from '../store/registry-keys.ts'
import { filledLine, line, readJson } from './body.ts'
import type { Env } from './env.ts'
import { actorOf, type Guards } from './guard.ts'
import { linkOf } from './links.ts'
import { diskFull, tooManyBoards, wrongInput } from './problems.ts'

const MAX_BOARDS = 500
export const TITLE = 200

export const newBoard = z.strictObject({
  title: filledLine(TITLE),
  programme: z.string(),
  city: line(80).optional(),
  model: z.enum(MODEL_IDS).optional(),
})
export const boardChange = z.strictObject({
  title: filledLine(TITLE).optional(),
  archived: z.boolean().optional(),
  cursors: z.boolean().optional(),
})

/** Opening, listing, renaming, archiving and erasing boards. */
export function boards(house: House, guards: Guards): Hono<Env> {
  const { registry, rooms } = house
  const app = new Hono<Env>()

  app.post('/', guards.organiser(), async (c) => {
    const { title, programme, city = '', model } = await readJson(c, newBoard)
    const { id: organiser } = c.get('organiser')
    if (!programmeById(programme)) throw unknownProgramme()
    if (organiser !== 'operator' && boardsOf(registry, organiser).length >= MAX_BOARDS)
      throw tooManyBoards(MAX_BOARDS)
    if ((await house.disk.look()) === 'full') throw diskFull()
    const id = newId<BoardId>()
    await rooms.use(id, (room) =>
      room.change('server', (doc, origin) => {
        setHeader(doc, { title, programme, city }, origin)
        if (model) insertModel(doc, { id: model }, [0, 0], origin)
      }),
    )
    const createdAt = new Date(house.now()).toISOString()
    const keys = Object.fromEntries(ROLES.map((role) => [role, newSecret()])) as Record<Role, string>
    const made = ROLES.map((role) => ({ id: newId(), role }))
    // One after the other in one turn, so that they reach the disk as one write: a board never is without its keys.
    await Promise.all([
      createBoard(registry, {
        id,
        title,
        programme,
        city: city || null,
        createdAt,
        createdBy: organiser,
        generation: 1,
        archived: false,
        cursors: true,
      }),
      ...made.map(({ id: key, role }) =>
        addKey(registry, {
          id: key,
          board: id,
          role,
          label: '',
          hash: hashOf(keys[role]),
          createdAt,
          expiresAt: null,
          revoked: false,
        }),
      ),
    ])
    const by = { kind: 'organiser', id: organiser } as const
    for (const { id: key, role } of made)
      await house.audit.note(id, { what: 'made', at: createdAt, key, by, role, expiresAt: null })
    house.log.info({ event: 'board.opened', board: id }, 'a board was opened')
    const urls = Object.fromEntries(ROLES.map((role) => [role, linkOf(c, house, id, role, keys[role])]))
    return c.json({ id, keys, urls }, 201, { location: `/api/boards/${id}` })
  })

  app.get('/', guards.organiser(), (c) =>
    c.json({ boards: boardsOf(registry, c.get('organiser').id).map(listed) }),
  )

  app.get('/:id', guards.member('viewer'), async (c) => {
    const { board: entry, role } = c.get('member')
    const facts = await rooms.use(entry.id, (room) => room.read((_doc, board) => factsOf(board)))
    return c.json({ ...listed(entry), ...facts, title: facts.title || entry.title, role })
  })

  app.patch('/:id', guards.member('facilitator'), async (c) => {
    const { title, archived, cursors } = await readJson(c, boardChange)
    const { board } = c.get('member')
    if (title !== undefined)
      await rooms.use(board.id, (room) =>
        room.change(actorOf(c), (doc, origin) => setHeader(doc, { title }, origin)),
      )
    const changed = await updateBoard(registry, board.id, {
      ...(title !== undefined && { title }),
      ...(archived !== undefined && { archived }),
      ...(cursors !== undefined && { cursors }),
    })
    if (archived !== undefined) rooms.setArchived(board.id, archived)
    if (cursors !== undefined) rooms.showCursors(board.id, cursors)
    return c.json(listed(changed ?? board))
  })

  app.delete('/:id', guards.member('facilitator'), async (c) => {
    const { id } = c.get('member').board
    await eraseBoard(house, id)
    house.log.info({ event: 'board.erased', board: id }, 'a board was erased')
    return c.body(null, 204)
  })

  return app
}

const listed = ({ id, title, programme, city, createdAt, archived, cursors, generation }: BoardEntry) => ({
  id,
  title,
  programme,
  city: city ?? '',
  createdAt,
  archived,
  cursors,
  generation,
})

/** What even a phone may know of a board: its names, how full it is, and the words in use. */
function factsOf({ header, cards, links }: Board) {
  const counts: Record<string, number> = { links: links.size }
  const targetGroups = new Set<string>()
  const places = new Set<string>()
  for (const card of cards.values()) {
    counts[card.kind] = (counts[card.kind] ?? 0) + 1
    if ('targetGroups' in card) card.targetGroups?.forEach((group) => targetGroups.add(group))
    if ('places' in card) card.places?.forEach((place) => places.add(place))
  }
  const programme = programmeById(header.programme)
  return {
    title: header.title,
    programme: header.programme,
    programmeTitle: programme?.shortTitle ?? header.programme,
    city: header.city,
    counts,
    vocabularies: { targetGroups: sorted(targetGroups), places: sorted(places) },
  }
}

const sorted = (words: Iterable<string>): string[] => [...words].sort((a, b) => a.localeCompare(b, 'it'))

function unknownProgramme() {
  const known = PROGRAMMES.map(({ id }) => id).join(', ')
  return wrongInput('programme', {
    it: `programme: non è un programma conosciuto. Quelli disponibili: ${known}.`,
    en: `programme: not a known programme. Available: ${known}.`,
  })
}
