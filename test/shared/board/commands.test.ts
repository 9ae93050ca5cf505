import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { boardOf } from '../../../shared/board/board.ts'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { differenceOf, editCard, editText } from '../../../shared/board/commands/edit-card.ts'
import { linkCards, unlink } from '../../../shared/board/commands/link-cards.ts'
import { mergeNeeds, unmergeNeed } from '../../../shared/board/commands/merge-needs.ts'
import { carriedBy, moveCards } from '../../../shared/board/commands/move-cards.ts'
import { pasteLines } from '../../../shared/board/commands/paste-lines.ts'
import { pasteRows } from '../../../shared/board/commands/paste-rows.ts'
import { putIntoIntervention } from '../../../shared/board/commands/put-into-intervention.ts'
import { restoreCards, trashCards } from '../../../shared/board/commands/trash-cards.ts'
import { jointsBetween } from '../../../shared/board/link.ts'
import { repair } from '../../../shared/board/repair.ts'
import { cardsOf, LIMITS, linksOf } from '../../../shared/board/schema.ts'
import type { CardId } from '../../../shared/ids.ts'

const id = (name: string): CardId => name as CardId

function table(...kinds: [string, Parameters<typeof addCard>[1]['kind']][]): Y.Doc {
  const doc = new Y.Doc()
  for (const [name, kind] of kinds) addCard(doc, { id: id(name), kind, at: [0, 0], title: name })
  return doc
}

describe('each command is one transaction', () => {
  it.each([
    ['add', (doc: Y.Doc) => addCard(doc, { kind: 'need', at: [0, 0], fields: { source: 'Comitato' } })],
    ['edit', (doc: Y.Doc) => editCard<'action'>(doc, id('a'), { costCents: 5, start: '2026-01-01' })],
    ['type', (doc: Y.Doc) => editText(doc, id('a'), 'title', 'altro')],
    [
      'move',
      (doc: Y.Doc) =>
        moveCards(doc, [
          { id: id('a'), to: [1, 2] },
          { id: id('n'), to: [3, 4] },
        ]),
    ],
    ['trash', (doc: Y.Doc) => trashCards(doc, [id('a'), id('n')])],
    ['link', (doc: Y.Doc) => linkCards(doc, { kind: 'answers', from: id('a'), to: id('n') })],
    ['merge', (doc: Y.Doc) => mergeNeeds(doc, id('n'), [id('n2')])],
    ['put', (doc: Y.Doc) => putIntoIntervention(doc, [id('a')], id('i'))],
    ['paste', (doc: Y.Doc) => pasteLines(doc, 'uno\ndue', 'need', [0, 0])],
  ])('%s', (_name, command) => {
    const doc = table(['a', 'action'], ['n', 'need'], ['n2', 'need'], ['i', 'intervention'])
    let updates = 0
    doc.on('update', () => updates++)
    command(doc)
    expect(updates).toBe(1)
  })
})

describe('linking', () => {
  it('refuses what cannot be joined, and says why', () => {
    const doc = table(['a', 'action'], ['b', 'action'], ['n', 'need'], ['f', 'fund'])
    const link = (kind: 'answers' | 'enables', from: string, to: string): unknown =>
      linkCards(doc, { kind, from: id(from), to: id(to) })
    expect(link('answers', 'n', 'a')).toEqual({ ok: false, reason: 'wrongPair' })
    expect(link('answers', 'a', 'nowhere')).toEqual({ ok: false, reason: 'missingCard' })
    expect(link('enables', 'a', 'a')).toEqual({ ok: false, reason: 'sameCard' })
    expect(link('enables', 'a', 'b')).toMatchObject({ ok: true })
    expect(link('enables', 'b', 'a')).toEqual({ ok: false, reason: 'circle' })
    expect(link('enables', 'a', 'b')).toMatchObject({ ok: true, existed: true })
  })

  it('lets a fund finance an action with several rows', () => {
    const doc = table(['a', 'action'], ['f', 'fund'])
    for (let row = 0; row < 2; row++)
      linkCards(doc, { kind: 'finances', from: id('f'), to: id('a'), fields: { cents: 100 } })
    expect(boardOf(doc).links.size).toBe(2)
  })

  it('knows every way to join two cards, whichever is taken first', () => {
    expect(jointsBetween({ kind: 'need' }, { kind: 'action' })).toEqual([
      { kind: 'answers', reversed: true },
      { kind: 'relates', reversed: false },
    ])
  })
})

describe('the trash', () => {
  it('hides a card with its links and brings both back', () => {
    const doc = table(['a', 'action'], ['n', 'need'])
    linkCards(doc, { kind: 'answers', from: id('a'), to: id('n') })
    trashCards(doc, [id('n')])
    expect([boardOf(doc).cards.size, boardOf(doc).links.size, boardOf(doc).trash.size]).toEqual([1, 0, 1])
    editText(doc, id('n'), 'body', 'scritto mentre era nel cestino')
    restoreCards(doc, [id('n')])
    expect(boardOf(doc).links.size).toBe(1)
    expect(boardOf(doc).cards.get(id('n'))?.body).toBe('scritto mentre era nel cestino')
  })
})

describe('merging needs', () => {
  it('keeps every merged card with its words and source, and moves the answers', () => {
    const doc = table(['n1', 'need'], ['n2', 'need'], ['n3', 'need'], ['a', 'action'])
    editCard<'need'>(doc, id('n2'), { source: 'Comitato inquilini' })
    linkCards(doc, { kind: 'answers', from: id('a'), to: id('n2') })
    expect(mergeNeeds(doc, id('n1'), [id('n2'), id('n3'), id('n1'), id('a')])).toBe(2)
    const board = boardOf(doc)
    expect(board.cards.get(id('n2'))).toMatchObject({
      title: 'n2',
      source: 'Comitato inquilini',
      mergedInto: 'n1',
    })
    expect([...board.links.values()].some((link) => link.kind === 'answers' && link.to === 'n1')).toBe(true)
    unmergeNeed(doc, id('n2'))
    expect(boardOf(doc).cards.get(id('n2'))).not.toHaveProperty('mergedInto')
  })

  it('lets one need of a ring survive, the same everywhere, when two people merge crosswise', () => {
    const doc = table(['n1', 'need'], ['n2', 'need'])
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    mergeNeeds(doc, id('n1'), [id('n2')])
    mergeNeeds(other, id('n2'), [id('n1')])
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    const merged = [...boardOf(doc).cards.values()].filter(
      (card) => card.kind === 'need' && card.mergedInto !== undefined,
    )
    expect(merged.map((card) => card.id)).toEqual(['n2'])
  })
})

describe('interventions', () => {
  it('hold what is put into them: the action comes inside and the frame grows', () => {
    const doc = table(['i', 'intervention'], ['a', 'action'], ['b', 'action'], ['c', 'action'])
    moveCards(
      doc,
      ['a', 'b', 'c'].map((name) => ({ id: id(name), to: [5000, 5000] as const })),
    )
    putIntoIntervention(doc, [id('a'), id('b'), id('c')], id('i'))
    const { cards } = boardOf(doc)
    const frame = cards.get(id('i'))
    for (const name of ['a', 'b', 'c']) {
      const card = cards.get(id(name))
      expect(card).toMatchObject({ intervention: 'i' })
      expect((card?.at[1] ?? 0) + 124).toBeLessThanOrEqual((frame?.at[1] ?? 0) + (frame?.size[1] ?? 0))
    }
  })

  it('take their actions along, and every frame what lies inside it', () => {
    const doc = table(['i', 'intervention'], ['a', 'action'], ['n', 'note'], ['far', 'note'])
    putIntoIntervention(doc, [id('a')], id('i'))
    moveCards(doc, [{ id: id('far'), to: [9000, 0] }])
    expect([...carriedBy(boardOf(doc), [id('i')])].sort()).toEqual(['a', 'i', 'n'])
  })
})

describe('pasting', () => {
  it('makes a card of each line, without bullets, and says what it left out', () => {
    const doc = new Y.Doc()
    const lines = [
      '- primo',
      '',
      '2) secondo',
      '• terzo',
      ...Array.from({ length: LIMITS.pastedLines }, (_, i) => `riga ${i}`),
    ]
    const { ids, left } = pasteLines(doc, lines.join('\r\n'), 'need', [0, 0])
    expect(ids.length).toBe(LIMITS.pastedLines)
    expect(left).toHaveLength(3)
    expect(ids.slice(0, 3).map((one) => boardOf(doc).cards.get(one)?.title)).toEqual([
      'primo',
      'secondo',
      'terzo',
    ])
  })

  it('keeps all of a line that is too long for a title', () => {
    const doc = new Y.Doc()
    const line = 'parola '.repeat(60).trim()
    const [card] = [...pasteLines(doc, line, 'need', [0, 0]).ids].map((one) => boardOf(doc).cards.get(one))
    expect(`${card?.title} ${card?.body}`).toBe(line)
  })

  it('cuts a line that is too long for a card, and says so: the server would refuse it', () => {
    const doc = new Y.Doc()
    const { ids, left } = pasteLines(doc, `uno\n${'parola '.repeat(10_000)}\ndue`, 'need', [0, 0])
    const cards = ids.map((one) => boardOf(doc).cards.get(one))
    expect(cards.map((card) => card?.title.slice(0, 6))).toEqual(['uno', 'parola', 'due'])
    expect(cards[1]?.body.length).toBeGreaterThan(LIMITS.body - 20)
    expect(cards[1]?.body.length).toBeLessThanOrEqual(LIMITS.body)
    expect(left).toEqual([{ line: 2, reason: 'tooLong' }])
  })

  it('cuts it too where the first line becomes the title of an empty card', () => {
    const doc = table(['n', 'need'])
    editText(doc, id('n'), 'title', '')
    pasteRows(doc, id('n'), ['parola '.repeat(10_000), 'due'])
    const card = boardOf(doc).cards.get(id('n'))
    expect(card?.title.length).toBeLessThanOrEqual(LIMITS.title)
    expect(card?.body.length).toBeLessThanOrEqual(LIMITS.body)
    expect(card?.body).toContain('parola')
  })
})

describe('typing', () => {
  it('touches only what differs and never splits a character', () => {
    expect(differenceOf('casa', 'cassa')).toEqual({ at: 3, removed: 0, inserted: 's' })
    expect(differenceOf('a😀b', 'a😁b')).toEqual({ at: 1, removed: 2, inserted: '😁' })
    expect(differenceOf('uguale', 'uguale')).toBeNull()
  })

  it('keeps what two people write at once in one title', () => {
    const doc = table(['n', 'need'])
    editText(doc, id('n'), 'title', 'mancano spazi')
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    editText(doc, id('n'), 'title', 'mancano spazi per studiare')
    editText(other, id('n'), 'title', 'nel cortile mancano spazi')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    expect(boardOf(doc).cards.get(id('n'))?.title).toBe('nel cortile mancano spazi per studiare')
  })
})

describe('repair', () => {
  it('moves the excess of a merged text, and loses none of it', () => {
    const doc = table(['n', 'need'])
    const words = Array.from({ length: LIMITS.title }, (_, i) => `p${i}`).join(' ')
    editText(doc, id('n'), 'title', words)
    editText(doc, id('n'), 'body', 'x'.repeat(3 * LIMITS.body))
    expect(repair(doc)).toBe(2)
    const all = [...boardOf(doc).cards.values()]
    expect(
      all.every((card) => card.title.length <= 2 * LIMITS.title && card.body.length <= 2 * LIMITS.body),
    ).toBe(true)
    const kept = all.map((card) => card.body).join('')
    expect([...kept].filter((letter) => letter === 'x')).toHaveLength(3 * LIMITS.body)
    expect(words.startsWith(all.find((card) => card.id === 'n')?.title ?? '?')).toBe(true)
  })

  it('drops a link whose card is gone for good, not one whose card is in the trash', () => {
    const doc = table(['a', 'action'], ['n', 'need'], ['m', 'need'])
    linkCards(doc, { kind: 'answers', from: id('a'), to: id('n') })
    linkCards(doc, { kind: 'answers', from: id('a'), to: id('m') })
    trashCards(doc, [id('m')])
    cardsOf(doc).delete('n')
    expect(repair(doc)).toBe(1)
    expect(linksOf(doc).size).toBe(1)
    unlink(doc, boardOf(doc).links.keys())
    expect(linksOf(doc).size).toBe(1)
  })
})
