import { describe, expect, it } from 'vitest'
import {
  differencesOf,
  differencesOfCard,
  isSame,
  type Differences,
} from '../../../client/history/differences.ts'
import type { CardId } from '../../../shared/ids.ts'
import { aBoard, type BoardSpec } from '../../builders/a-board.ts'

const THEN: BoardSpec = {
  title: 'Quartieri',
  cards: {
    need: { kind: 'need', at: [0, 0] },
    action: { kind: 'action', at: [300, 0], costCents: 1000 },
    fund: { kind: 'fund', at: [600, 0] },
  },
  links: [
    ['action', 'answers', 'need'],
    ['fund', 'finances', 'action', { cents: 500 }],
  ],
}
const between = (then: BoardSpec, now: BoardSpec): Differences =>
  differencesOf(aBoard(then).board(), aBoard(now).board())
const cardsOf = ({ cards }: Differences): string[] => cards.map(({ what, card }) => `${what} ${card.id}`)
const linksOf = ({ links }: Differences): string[] =>
  links.map(({ what, link }) => `${what} ${link.from} ${link.kind} ${link.to}`)

describe('what a moment and today tell differently', () => {
  it('is nothing on the same board', () => {
    expect(isSame(between(THEN, THEN))).toBe(true)
  })

  it('first the cards that are gone, then the added, the changed and the moved', () => {
    const now: BoardSpec = {
      ...THEN,
      cards: {
        action: { kind: 'action', at: [310, 0], title: 'Portinerie', costCents: 2000 },
        fund: { kind: 'fund', at: [700, 0] },
        note: { kind: 'note', at: [0, 300] },
      },
      links: [['fund', 'finances', 'action', { cents: 500 }]],
    }
    const found = between(THEN, now)
    expect(cardsOf(found)).toEqual(['gone need', 'added note', 'changed action', 'moved fund'])
    expect(found.cards[2]).toMatchObject({
      changes: [
        { field: 'title', then: 'action', now: 'Portinerie' },
        { field: 'costCents', then: 1000, now: 2000 },
      ],
    })
  })

  it('links of cards that stay: gone, added, and what they carry', () => {
    const now: BoardSpec = { ...THEN, links: [['fund', 'finances', 'action', { cents: 700 }]] }
    const found = between(THEN, now)
    expect(linksOf(found).sort()).toEqual(['changed fund finances action', 'gone action answers need'])
    expect(linksOf(between(now, THEN))).toContain('added action answers need')
    expect(linksOf(differencesOfCard(found, 'need' as CardId))).toEqual(['gone action answers need'])
  })

  it('does not tell links apart that come and go with their card', () => {
    const now = { ...THEN, cards: { action: THEN.cards?.['action'], fund: THEN.cards?.['fund'] }, links: [] }
    const found = between({ ...THEN, links: [['action', 'answers', 'need']] }, now as BoardSpec)
    expect([cardsOf(found), linksOf(found)]).toEqual([['gone need'], []])
  })

  it('a list that is empty and one that is not there say the same', () => {
    const empty: BoardSpec = { cards: { need: { kind: 'need', places: [] } } }
    expect(isSame(between(empty, { cards: { need: { kind: 'need' } } }))).toBe(true)
  })

  it('the title of the table', () => {
    expect(between(THEN, { ...THEN, title: 'Quartieri Connessi' }).header).toEqual([
      { field: 'title', then: 'Quartieri', now: 'Quartieri Connessi' },
    ])
  })
})
