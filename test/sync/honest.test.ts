import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { boardOf } from '../../shared/board/board.ts'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { editCard, editText } from '../../shared/board/commands/edit-card.ts'
import { linkCards, unlink } from '../../shared/board/commands/link-cards.ts'
import { mergeNeeds } from '../../shared/board/commands/merge-needs.ts'
import { moveCards } from '../../shared/board/commands/move-cards.ts'
import { pasteLines } from '../../shared/board/commands/paste-lines.ts'
import { restoreCards, trashCards } from '../../shared/board/commands/trash-cards.ts'
import { brokenInvariants } from '../../shared/board/invariants.ts'
import { CARD_KINDS } from '../../shared/board/card.ts'
import { LINK_KINDS } from '../../shared/board/link.ts'
import { LOCAL } from '../../shared/board/origin.ts'
import { cardsOf } from '../../shared/board/schema.ts'
import { connect, createBoard, sitDown, startOver, synced, type TestServer } from '../server/running.ts'

const PEOPLE = 4
const ACTS = 250

let server: TestServer
beforeEach(async () => {
  server = await startOver()
})
afterEach(() => server.close())

/** Numbers that look like chance and are the same at every run (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

/** One thing a person may do at the table, chosen by chance. */
function act(doc: Y.Doc, undo: Y.UndoManager, roll: (below: number) => number): void {
  const { cards, trash, links } = boardOf(doc)
  const pick = <T>(from: Iterable<T>): T | undefined => [...from][roll([...from].length || 1)]
  const card = pick(cards.keys())
  const other = pick(cards.keys())
  const link = pick(links.keys())
  const kind = CARD_KINDS[roll(CARD_KINDS.length)] ?? 'note'
  switch (roll(13)) {
    case 0:
    case 1:
    case 2:
      return void addCard(doc, { kind, at: [roll(2000), roll(2000)], title: `scheda ${roll(1000)}` })
    case 3:
    case 4:
      return (
        card && editText(doc, card, roll(2) ? 'title' : 'body', 'città '.repeat(roll(6)) + String(roll(99)))
      )
    case 5:
      return card && moveCards(doc, [{ id: card, to: [roll(2000), roll(2000)] }])
    case 6:
      return void (
        card &&
        other &&
        linkCards(doc, { kind: LINK_KINDS[roll(LINK_KINDS.length)] ?? 'relates', from: card, to: other })
      )
    case 7:
      return link && unlink(doc, [link])
    case 8:
      return card && trashCards(doc, [card])
    case 9:
      return restoreCards(doc, [...trash.keys()].slice(0, 1))
    case 10:
      return void (card && other && mergeNeeds(doc, card, [other]))
    case 11:
      return (
        card &&
        editCard<'action'>(doc, card, { places: ['Lorenteggio'], costCents: roll(2) ? roll(1e9) : undefined })
      )
    default:
      if (roll(5) === 0) return void pasteLines(doc, 'uno\ndue\n- tre', kind, [roll(500), roll(500)])
      if (roll(8) === 0 && card) return void cardsOf(doc).delete(card)
      return void (roll(2) ? undo.undo() : undo.redo())
  }
}

describe('honest people', () => {
  it.each([1, 2, 3])(
    'are never refused, whatever they do and however the net breaks, and end alike (seed %i)',
    async (seed) => {
      const roll = dice(seed)
      const board = await createBoard(server, { model: 'quartieri-connessi' })
      const refused: number[] = []
      const people = await Promise.all(
        Array.from({ length: PEOPLE }, async (_, n) => {
          const { token } = await sitDown(server, board, board.keys.editor, `Persona ${n}`)
          const client = connect(server, board, board.keys.editor, token)
          client.provider.on('closed', ({ code }) => refused.push(code))
          // Half of them write before they have seen the board.
          if (n % 2 === 0) await synced(client.provider)
          const undo = new Y.UndoManager(
            ['cards', 'links'].map((root) => client.doc.getMap(root)),
            {
              trackedOrigins: new Set([LOCAL]),
              captureTimeout: 0,
            },
          )
          return { ...client, undo }
        }),
      )
      for (let n = 0; n < ACTS; n++) {
        const person = people[roll(PEOPLE)]
        if (!person) continue
        if (roll(20) === 0) person.provider.disconnect()
        else if (roll(6) === 0) person.provider.connect()
        act(person.doc, person.undo, roll)
        if (roll(4) === 0) await new Promise((resolve) => setImmediate(resolve))
      }
      people.forEach(({ provider }) => provider.connect())
      await vi.waitFor(
        () => {
          expect(refused).toEqual([])
          const [first, ...others] = people.map(({ doc }) => doc.getMap('cards').toJSON())
          for (const other of others) expect(other).toEqual(first)
          const [whole, ...rest] = people.map(({ doc }) => Y.encodeStateVector(doc).length)
          for (const one of rest) expect(one).toBe(whole)
          expect(people.every(({ provider }) => provider.synced)).toBe(true)
        },
        { timeout: 10_000 },
      )
      for (const { doc } of people) expect(brokenInvariants(boardOf(doc))).toEqual([])
      const late = connect(server, board, board.keys.viewer)
      await synced(late.provider)
      expect(late.doc.getMap('cards').toJSON()).toEqual(people[0]?.doc.getMap('cards').toJSON())
      ;[...people, late].forEach((one) => one.close())
    },
  )
})
