import { createHash } from 'node:crypto'
import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { diskFiles } from '../../../server/store/files.ts'
import {
  boardById,
  boardsOf,
  createBoard,
  erased,
  removeBoard,
  updateBoard,
} from '../../../server/store/registry-boards.ts'
import { addContribution, contributionsOf } from '../../../server/store/registry-contributions.ts'
import type { BoardEntry, KeyEntry, ParticipantEntry } from '../../../server/store/registry-data.ts'
import { addKey, changeKey, isKeyGood, keyByHash, keysOf } from '../../../server/store/registry-keys.ts'
import {
  addOrganiser,
  organiserByHash,
  organisersOf,
  revokeOrganiser,
} from '../../../server/store/registry-organisers.ts'
import {
  addParticipant,
  participantByTokenHash,
  participantById,
  removeParticipant,
  updateParticipant,
} from '../../../server/store/registry-participants.ts'
import { addReaction, reactionsOf, removeReactions } from '../../../server/store/registry-reactions.ts'
import { memoryRegistry, openRegistry } from '../../../server/store/registry.ts'
import { newId, type BoardId, type CardId, type ParticipantId } from '../../../shared/ids.ts'
import { faultyFiles, systemError } from './faulty-files.ts'
import { notedLog } from './noted-log.ts'
import { quickFolders } from './temp-folder.ts'

const aFolder = quickFolders()
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')
const createdAt = '2026-03-05T09:00:00.000Z'

const aBoard = (change: Partial<BoardEntry> = {}): BoardEntry => ({
  id: newId<BoardId>(),
  title: 'Quartieri Connessi',
  programme: 'pon-metro-2014-20',
  city: 'bari',
  createdAt,
  createdBy: 'operator',
  generation: 1,
  archived: false,
  cursors: true,
  ...change,
})
const aKey = (board: BoardId, secret: string, change: Partial<KeyEntry> = {}): KeyEntry => ({
  id: newId(),
  board,
  role: 'editor',
  label: 'Tavolo 1',
  hash: hashOf(secret),
  createdAt,
  expiresAt: null,
  revoked: false,
  ...change,
})
const aParticipant = (board: BoardId, token: string): ParticipantEntry => ({
  id: newId<ParticipantId>(),
  board,
  name: 'Anna',
  organisation: 'Comune',
  colour: 'teal',
  tokenHash: hashOf(token),
  createdAt,
})

describe('registry', () => {
  let folder: string
  const log = notedLog()
  const open = () => openRegistry(folder, diskFiles, log)
  beforeEach(async () => {
    folder = await aFolder()
    log.lines.length = 0
  })

  it('[SYNC-80] what a promise confirmed is there after a restart', async () => {
    const registry = await open()
    const board = await createBoard(registry, aBoard())
    const key = await addKey(registry, aKey(board.id, 'secret'))
    const anna = await addParticipant(registry, aParticipant(board.id, 'token'))
    await addOrganiser(registry, {
      id: 'bruno',
      label: 'Ufficio di piano',
      hash: hashOf('o'),
      createdAt,
      revoked: false,
    })

    const again = await open()
    expect(boardById(again, board.id)).toEqual(board)
    expect(keyByHash(again, hashOf('secret'))).toEqual(key)
    expect(participantByTokenHash(again, hashOf('token'))).toEqual(anna)
    expect(organiserByHash(again, hashOf('o'))?.label).toBe('Ufficio di piano')
  })

  it('[SYNC-80] changes asked for together all reach the disk', async () => {
    const registry = await open()
    await Promise.all(Array.from({ length: 40 }, () => createBoard(registry, aBoard())))
    expect(boardsOf(await open(), 'operator')).toHaveLength(40)
  })

  it('[SYNC-81] a change is not seen before it is durable, and not at all if the write fails', async () => {
    const files = faultyFiles()
    const registry = await openRegistry(folder, files, log)
    const board = await createBoard(registry, aBoard())
    files.fault = ({ what }) => (what === 'sync' ? systemError('ENOSPC') : null)
    const key = aKey(board.id, 'secret')

    await expect(addKey(registry, key)).rejects.toThrow(/no space/)
    expect(keyByHash(registry, key.hash)).toBeNull()

    files.fault = () => null
    await addKey(registry, key)
    expect(keysOf(await open(), board.id)).toEqual([key])
  })

  it('[SYNC-81] a write that fails at any call leaves a registry that opens, with all that was confirmed', async () => {
    for (let k = 1; ; k++) {
      folder = await aFolder()
      const files = faultyFiles()
      const registry = await openRegistry(folder, files, log)
      files.fault = ({ nth }) => (nth === k ? systemError('EIO') : null)
      const confirmed: BoardId[] = []
      for (let turn = 0; turn < 4; turn++) {
        await createBoard(registry, aBoard()).then(
          ({ id }) => confirmed.push(id),
          () => undefined,
        )
      }
      const again = await open()
      for (const id of confirmed) expect(boardById(again, id), `fault at call ${k}`).not.toBeNull()
      if (files.calls.length < k) break
    }
  })

  it('[SYNC-82] the generation before is used, with a warning, when the current one is damaged', async () => {
    const registry = await open()
    const first = await createBoard(registry, aBoard())
    await createBoard(registry, aBoard())
    await writeFile(join(folder, 'registry.json'), '{"version":1,"boards":{')

    const again = await open()
    expect(boardById(again, first.id)).toEqual(first)
    expect(log.lines).toMatchObject([{ level: 'warn' }])
    expect(log.lines[0]?.message).toContain('registry.json')

    const third = await createBoard(again, aBoard())
    expect(await readFile(join(folder, 'registry.json.damaged'), 'utf8')).toBe('{"version":1,"boards":{')
    expect(boardsOf(await open(), 'operator').map(({ id }) => id)).toEqual([first.id, third.id])
  })

  it('[SYNC-82] a crash between the two renames loses nothing', async () => {
    const registry = await open()
    const board = await createBoard(registry, aBoard())
    await createBoard(registry, aBoard())
    await rm(join(folder, 'registry.json'))

    expect(boardById(await open(), board.id)).toEqual(board)
    expect(log.lines).toMatchObject([{ level: 'warn' }])
  })

  it('[SYNC-82] a shape that is not ours is refused with the place in it, and nothing is rewritten', async () => {
    const wrong = JSON.stringify({
      version: 1,
      boards: { x: { id: 'x', title: 7 } },
      keys: {},
      organisers: {},
      participants: {},
      contributions: {},
    })
    await writeFile(join(folder, 'registry.json'), wrong)
    await expect(open()).rejects.toThrow(/wrong shape[\s\S]*boards\.x\.title[\s\S]*tavolo restore/)
    expect(await readFile(join(folder, 'registry.json'), 'utf8')).toBe(wrong)
    expect(await readdir(folder)).toEqual(['registry.json'])
  })

  it('an organiser sees the boards they made, the operator all', async () => {
    const registry = memoryRegistry()
    await createBoard(registry, aBoard({ createdBy: 'anna' }))
    await createBoard(registry, aBoard({ createdBy: 'bruno' }))
    expect(boardsOf(registry, 'anna').map(({ createdBy }) => createdBy)).toEqual(['anna'])
    expect(boardsOf(registry, 'operator')).toHaveLength(2)
  })

  it('removing a board removes its keys, participants and receipts, and nobody else’s', async () => {
    const registry = memoryRegistry()
    const [one, other] = [aBoard(), aBoard()]
    for (const { id } of [await createBoard(registry, one), await createBoard(registry, other)]) {
      await addKey(registry, aKey(id, `key of ${id}`))
      const participant = await addParticipant(registry, aParticipant(id, `token of ${id}`))
      await addContribution(registry, {
        id: hashOf(`receipt of ${id}`),
        board: id,
        card: newId<CardId>(),
        participant: participant.id,
        at: createdAt,
      })
    }
    expect(await removeBoard(registry, one.id)).toBe(true)
    expect(await removeBoard(registry, one.id)).toBe(false)
    expect(registry.data.erasing).toEqual([one.id])
    await erased(registry, one.id)

    expect(JSON.stringify(registry.data)).not.toContain(one.id)
    expect(keysOf(registry, other.id)).toHaveLength(1)
    expect(contributionsOf(registry, other.id)).toHaveLength(1)
    expect(participantByTokenHash(registry, hashOf(`token of ${other.id}`))?.board).toBe(other.id)
  })

  it('a key is good until it is revoked or expires', async () => {
    const registry = memoryRegistry()
    const { id } = await createBoard(registry, aBoard())
    const now = Date.parse(createdAt)
    const open = await addKey(registry, aKey(id, 'a'))
    const short = await addKey(registry, aKey(id, 'b', { expiresAt: '2026-03-05T10:00:00.000Z' }))

    expect([isKeyGood(open, now), isKeyGood(short, now), isKeyGood(short, now + 3_600_000)]).toEqual([
      true,
      true,
      false,
    ])
    const revoked = await changeKey(registry, id, open.id, { revoked: true })
    expect(revoked.kind === 'changed' && isKeyGood(revoked.key, now)).toBe(false)
    expect(keyByHash(registry, hashOf('a'))?.revoked).toBe(true)
    expect(await changeKey(registry, id, open.id, { role: 'viewer' })).toEqual({ kind: 'revoked' })
    expect(await changeKey(registry, newId(), short.id, { label: '' })).toEqual({ kind: 'missing' })
  })

  it('[SYNC-36] two facilitators cannot shut each other out in the same moment', async () => {
    const registry = memoryRegistry()
    const { id } = await createBoard(registry, aBoard())
    const keys = [aKey(id, 'a', { role: 'facilitator' }), aKey(id, 'b', { role: 'facilitator' })]
    for (const key of keys) await addKey(registry, key)
    await addKey(
      registry,
      aKey(id, 'c', { role: 'facilitator', expiresAt: '2026-03-05T10:00:00.000Z', label: 'until ten' }),
    )
    const [first, second] = keys.map((key) => changeKey(registry, id, key.id, { role: 'editor' }))
    expect((await first)?.kind).toBe('changed')
    expect((await second)?.kind).toBe('lastFacilitator')
  })

  it('names that every object has are no ids', async () => {
    const registry = memoryRegistry()
    expect(boardById(registry, 'constructor' as BoardId)).toBeNull()
    expect(keyByHash(registry, '__proto__')).toBeNull()
    expect(await updateBoard(registry, 'toString' as BoardId, { title: 'x' })).toBeNull()
  })

  it('a plan that fails is told to who asked and stops no other', async () => {
    const registry = memoryRegistry()
    const board = aBoard()
    const [first, second, third] = await Promise.allSettled([
      createBoard(registry, board),
      createBoard(registry, board),
      createBoard(registry, aBoard()),
    ])
    expect([first.status, second.status, third.status]).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  it('a person can be renamed and forgotten; an organiser revoked', async () => {
    const registry = memoryRegistry()
    const { id } = await createBoard(registry, aBoard())
    const anna = await addParticipant(registry, aParticipant(id, 't'))
    expect((await updateParticipant(registry, anna.id, { name: 'Anna B.' }))?.name).toBe('Anna B.')
    expect(await removeParticipant(registry, anna.id)).toBe(true)
    expect(participantById(registry, anna.id)).toBeNull()

    await addOrganiser(registry, { id: 'o1', label: 'x', hash: hashOf('o'), createdAt, revoked: false })
    await revokeOrganiser(registry, 'o1')
    expect(organisersOf(registry).map(({ revoked }) => revoked)).toEqual([true])
  })
})

describe('[SIT-3] who says that a need is theirs too', () => {
  const [spaces, youth] = ['spazi', 'giovani'] as unknown as [CardId, CardId]
  const [anna, bruno] = ['anna', 'bruno'] as unknown as [ParticipantId, ParticipantId]

  it('is there after a restart, and goes with the board', async () => {
    const folder = await aFolder()
    const before = await openRegistry(folder, diskFiles, notedLog())
    const { id } = await createBoard(before, aBoard())
    await addReaction(before, id, spaces, anna)
    await addReaction(before, id, spaces, bruno)
    await addReaction(before, id, youth, anna)
    await removeReactions(before, id, new Set([youth, spaces]), anna)
    await before.close()
    const after = await openRegistry(folder, diskFiles, notedLog())
    expect(reactionsOf(after, id)).toEqual({ spazi: [bruno] })
    await removeBoard(after, id)
    expect(after.data.reactions).toEqual({})
  })

  it('of a card that is called as what every object has is kept like any other', async () => {
    const registry = memoryRegistry()
    const { id } = await createBoard(registry, aBoard())
    await addReaction(registry, id, 'constructor' as CardId, anna)
    expect(reactionsOf(registry, id)).toEqual({ constructor: [anna] })
  })
})
