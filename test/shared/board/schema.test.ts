import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { boardOf } from '../../../shared/board/board.ts'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { editCard } from '../../../shared/board/commands/edit-card.ts'
import { linkCards } from '../../../shared/board/commands/link-cards.ts'
import { LATEST, migrate, schemaVersionOf } from '../../../shared/board/migrate.ts'
import { REPAIR } from '../../../shared/board/origin.ts'
import { repair } from '../../../shared/board/repair.ts'
import { cardsOf, headerOf, linksOf, SCHEMA_VERSION } from '../../../shared/board/schema.ts'
import type { CardId } from '../../../shared/ids.ts'

it('gives a document without a version the current one, once', () => {
  const doc = new Y.Doc()
  expect(migrate(doc, REPAIR)).toEqual({ kind: 'migrated', from: 0 })
  expect(schemaVersionOf(doc)).toBe(SCHEMA_VERSION)
  expect(LATEST).toBe(SCHEMA_VERSION)
  expect(migrate(doc, REPAIR)).toEqual({ kind: 'current' })
})

it('runs each step of a migration in order, in one transaction', () => {
  const doc = new Y.Doc()
  let updates = 0
  doc.on('update', () => updates++)
  const rename = (from: string, to: string) => (target: Y.Doc) => {
    headerOf(target).set(to, headerOf(target).get(from) ?? 'nome')
  }
  migrate(doc, REPAIR, [rename('none', 'a'), rename('a', 'b')])
  expect([headerOf(doc).get('b'), schemaVersionOf(doc), updates]).toEqual(['nome', 2, 1])
})

it('never rewrites a document of a newer version', () => {
  const doc = new Y.Doc()
  headerOf(doc).set('schemaVersion', 99)
  expect(migrate(doc, REPAIR)).toEqual({ kind: 'newer', version: 99 })
  expect(schemaVersionOf(doc)).toBe(99)
})

it('keeps unknown kinds and fields through commands and repair', () => {
  const doc = new Y.Doc()
  const card = addCard(doc, { kind: 'action', at: [0, 0] })
  const record = cardsOf(doc).get(card ?? '')
  record?.set('fieldOfTomorrow', { nested: [1, 'due'] })
  const unknown = new Y.Map<unknown>([
    ['kind', 'hologram'],
    ['at', [1, 2]],
  ])
  cardsOf(doc).set('future', unknown)
  linksOf(doc).set(
    'futureLink',
    new Y.Map<unknown>([
      ['kind', 'teleports'],
      ['from', 'future'],
      ['to', card],
    ]),
  )
  editCard<'action'>(doc, card as CardId, { costCents: 1 })
  linkCards(doc, { kind: 'relates', from: card as CardId, to: 'future' as CardId })
  repair(doc)
  expect(record?.get('fieldOfTomorrow')).toEqual({ nested: [1, 'due'] })
  expect(cardsOf(doc).get('future')?.get('kind')).toBe('hologram')
  expect(linksOf(doc).has('futureLink')).toBe(true)
  expect(boardOf(doc).cards.size).toBe(1)
})

it('reads a wrong type as missing, and leaves it stored', () => {
  const doc = new Y.Doc()
  const card = addCard(doc, { kind: 'action', at: [0, 0] }) as CardId
  const record = cardsOf(doc).get(card)
  for (const [key, value] of Object.entries({
    costCents: '12',
    start: '2026-02-30',
    nature: 'solid',
    places: 'Milano',
  }))
    record?.set(key, value)
  const read = boardOf(doc).cards.get(card)
  for (const key of ['costCents', 'start', 'nature', 'places']) expect(read).not.toHaveProperty(key)
  expect(record?.get('start')).toBe('2026-02-30')
})

it('reads around what is no record at all', () => {
  const doc = new Y.Doc()
  addCard(doc, { kind: 'note', at: [0, 0] })
  for (const stray of ['a word', 7, { kind: 'need', at: [0, 0] }, null]) {
    cardsOf(doc).set('stray', stray as never)
    linksOf(doc).set('stray', stray as never)
    expect([boardOf(doc).cards.size, boardOf(doc).links.size, repair(doc)]).toEqual([1, 0, 0])
  }
})
