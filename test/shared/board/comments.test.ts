import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readComment, type Comment } from '../../../shared/board/comment.ts'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { addComment, removeComment, settleThread } from '../../../shared/board/commands/comments.ts'
import { commentsOf, LIMITS } from '../../../shared/board/schema.ts'
import { openCount, threadsOf, type Thread } from '../../../shared/board/threads.ts'
import { wholeOf } from '../../../shared/board/whole.ts'
import { readBoard } from '../../../shared/formats/board-json/read.ts'
import { writeBoard } from '../../../shared/formats/board-json/write.ts'
import type { CardId, CommentId, ParticipantId } from '../../../shared/ids.ts'

const CARD = 'bisogno' as CardId
const id = (name: string): CommentId => name as CommentId

function aBoard(): Y.Doc {
  const doc = new Y.Doc()
  addCard(doc, { kind: 'need', at: [0, 0], title: 'Spazi', id: CARD })
  return doc
}

const say = (doc: Y.Doc, name: string, text: string, answers?: string): CommentId | null =>
  addComment(doc, {
    id: id(name),
    card: CARD,
    text,
    answers: answers === undefined ? undefined : id(answers),
  })

const commentsIn = (doc: Y.Doc): Comment[] =>
  [...commentsOf(doc).entries()].flatMap(([key, record]) => readComment(key, record) ?? [])

/** Conversations as the words in them; `-` is an opening that is not there. */
const words = (threads: readonly Thread[]): string[][] =>
  threads.map(({ opening, answers }) => [opening?.text ?? '-', ...answers.map(({ text }) => text)])

const inOrderOfIds = (doc: Y.Doc): Thread[] => threadsOf(commentsIn(doc), (one) => one)

describe('conversations about a card', () => {
  it('answers stand under what they answer, by the time the server tells', () => {
    const doc = aBoard()
    say(doc, 'a', 'Chi lo gestisce?')
    say(doc, 'c', 'La cooperativa', 'a')
    say(doc, 'b', 'Il comune', 'a')
    say(doc, 'd', 'E gli orari?')
    expect(words(inOrderOfIds(doc))).toEqual([
      ['Chi lo gestisce?', 'Il comune', 'La cooperativa'],
      ['E gli orari?'],
    ])
    const at: Record<string, string> = { d: '2026-03-05T09:00:00Z', a: '2026-03-05T10:00:00Z' }
    expect(words(threadsOf(commentsIn(doc), (one) => at[one]))[0]).toEqual(['E gli orari?'])
  })

  it('an answer to an answer stands beside it', () => {
    const doc = aBoard()
    say(doc, 'a', 'Uno')
    say(doc, 'b', 'Due', 'a')
    say(doc, 'c', 'Tre', 'b')
    expect(words(inOrderOfIds(doc))).toEqual([['Uno', 'Due', 'Tre']])
  })

  it('answers stay when what they answer is taken away, and nothing stays of what nobody answered', () => {
    const doc = aBoard()
    say(doc, 'a', 'Uno')
    say(doc, 'b', 'Due', 'a')
    say(doc, 'c', 'Altro')
    removeComment(doc, id('a'))
    removeComment(doc, id('c'))
    expect(words(inOrderOfIds(doc))).toEqual([['-', 'Due']])
  })

  it('a settled one counts for nothing until somebody answers it', () => {
    const doc = aBoard()
    say(doc, 'a', 'Uno')
    say(doc, 'b', 'Due', 'a')
    expect(openCount(inOrderOfIds(doc))).toBe(2)
    settleThread(doc, id('a'), true)
    expect(openCount(inOrderOfIds(doc))).toBe(0)
    say(doc, 'c', 'Tre', 'a')
    expect(openCount(inOrderOfIds(doc))).toBe(3)
  })

  it('a circle that a script closed is one conversation, the same everywhere', () => {
    const doc = aBoard()
    for (const [name, other] of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const)
      commentsOf(doc).set(
        name,
        new Y.Map<unknown>([
          ['card', CARD],
          ['answers', other],
          ['text', name],
        ]),
      )
    const [thread, ...others] = inOrderOfIds(doc)
    expect(others).toEqual([])
    expect(thread?.id).toBe('a')
  })
})

describe('what may be said', () => {
  it('nothing empty, nothing about a card that is not there, nothing beyond the limit', () => {
    const doc = aBoard()
    expect(say(doc, 'a', '  \n ')).toBeNull()
    expect(addComment(doc, { card: 'altrove' as CardId, text: 'Ciao' })).toBeNull()
    say(doc, 'b', 'x'.repeat(LIMITS.comment + 5))
    expect(commentsIn(doc).map(({ text }) => text.length)).toEqual([LIMITS.comment])
  })

  it('people who are named are kept once each', () => {
    const doc = aBoard()
    const [anna, bruno] = ['anna', 'bruno'] as unknown as [ParticipantId, ParticipantId]
    addComment(doc, { id: id('a'), card: CARD, text: '@Anna @Bruno @Anna', mentions: [anna, bruno, anna] })
    expect(commentsIn(doc)[0]?.mentions).toEqual([anna, bruno])
  })

  it('two people who settle and answer at once lose nothing', () => {
    const [one, other] = [aBoard(), new Y.Doc()]
    say(one, 'a', 'Uno')
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
    settleThread(one, id('a'), true)
    say(other, 'b', 'Due', 'a')
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
    expect(commentsIn(one)).toEqual(commentsIn(other))
    expect(words(inOrderOfIds(one))).toEqual([['Uno', 'Due']])
  })
})

it('board.json carries comments there and back, and leaves out what is of a wrong type', () => {
  const doc = aBoard()
  say(doc, 'a', 'Chi lo gestisce?')
  say(doc, 'b', 'Il comune', 'a')
  settleThread(doc, id('a'), true)
  const whole = wholeOf(doc)
  const input = { boardId: 'tavolo' as never, exportedAt: '2026-03-05T09:00:00Z' }
  expect(readBoard(writeBoard({ whole, ...input }))).toEqual({ whole, problems: [] })
  const wrong = { ...whole, comments: { a: { card: CARD, resolved: 'sì', text: 'Ciao' } } }
  expect(readBoard(writeBoard({ whole: wrong as never, ...input }))).toMatchObject({
    whole: { comments: { a: { card: CARD, text: 'Ciao' } } },
    problems: [{ field: '/comments/a/resolved', code: 'wrongType' }],
  })
})
