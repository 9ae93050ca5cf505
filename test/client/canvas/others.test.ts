import { describe, expect, it } from 'vitest'
import { tally } from '../../../client/components/canvas/tally.ts'
import { neighbour } from '../../../client/board/walk.ts'
import { onColour } from '../../../client/components/canvas/on-colour.ts'
import type { CardId, LinkId } from '../../../shared/ids.ts'
import { aDesk } from './desk.ts'

const ids = (...names: string[]): CardId[] => names as CardId[]
const person = (name: string, over: { editing?: string; selection?: string[]; drag?: string[] }) => ({
  name,
  editing: (over.editing ?? null) as CardId | null,
  selection: ids(...(over.selection ?? [])),
  drag: over.drag ? { ids: ids(...over.drag), by: [0, 0] as const } : null,
})

describe('what is told of the changes of others', () => {
  const counts = (changed: ReturnType<typeof tally>) => [...changed].map(([name, ids]) => [name, ids.size])

  it('is counted together by who was at the card, a card in which somebody types being one change', () => {
    const people = [person('Anna', { editing: 'a' }), person('Bruno', { drag: ['b', 'c'] })]
    const once = tally(new Map(), ids('a'), [], people)
    const twice = tally(once, ids('a', 'b', 'c'), [], people)
    expect(counts(twice)).toEqual([
      ['Anna', 1],
      ['Bruno', 2],
    ])
  })

  it('believes who types before who has only chosen the card', () => {
    const people = [person('Anna', { selection: ['a'] }), person('Bruno', { editing: 'a' })]
    expect(counts(tally(new Map(), ids('a'), [], people))).toEqual([['Bruno', 1]])
  })

  it('counts the rest under no name', () => {
    expect(counts(tally(new Map(), ids('x'), ['l', 'm'] as LinkId[], []))).toEqual([['', 3]])
  })
})

describe('walking the cards by Tab', () => {
  const desk = aDesk({
    cards: {
      below: { kind: 'need', at: [0, 500] },
      left: { kind: 'need', at: [0, 0] },
      right: { kind: 'action', at: [400, 0] },
      merged: { kind: 'need', at: [0, 900], mergedInto: 'below' },
    },
  })

  it('goes in reading order and passes over what is not drawn', () => {
    expect(neighbour(desk, null, false)).toBe('left')
    expect(neighbour(desk, 'left' as CardId, false)).toBe('right')
    expect(neighbour(desk, 'right' as CardId, false)).toBe('below')
  })

  it('leaves at both ends', () => {
    expect(neighbour(desk, 'below' as CardId, false)).toBeNull()
    expect(neighbour(desk, 'left' as CardId, true)).toBeNull()
  })

  it('begins at the end when it goes backwards', () => {
    expect(neighbour(desk, null, true)).toBe('below')
  })
})

describe('names on the colours of people', () => {
  it('are dark on light colours and light on dark ones', () => {
    expect(onColour('#006644')).toBe('#ffffff')
    expect(onColour('#ffd34d')).toBe('#10202f')
  })
})
