import { describe, expect, it } from 'vitest'
import {
  directed,
  linkSections,
  linksIn,
  otherKinds,
} from '../../../client/components/panels/link-sections.ts'
import { CARD_KINDS, FRAME_KINDS, type Card, type Kind } from '../../../shared/board/card.ts'
import { fits, LINK_KINDS } from '../../../shared/board/link.ts'
import { aBoard } from '../../builders/a-board.ts'

const KINDS: readonly Kind[] = [...CARD_KINDS, ...FRAME_KINDS]

const board = aBoard({
  cards: {
    need: { kind: 'need' },
    action: { kind: 'action' },
    other: { kind: 'action' },
    context: { kind: 'context' },
    fund: { kind: 'fund' },
  },
  links: [
    ['action', 'answers', 'need'],
    ['action', 'enables', 'other'],
    ['fund', 'finances', 'action', { cents: 100 }],
    ['other', 'complements', 'action'],
  ],
}).board()
const card = (id: string): Card => {
  const found = board.cards.get(id as never)
  if (!found) throw new Error(`no card ${id}`)
  return found
}

describe('the groups of links in a panel', () => {
  it('offer at every card each kind of link it can have', () => {
    for (const kind of KINDS) {
      const offered = new Set(linkSections(kind).map((section) => section.link))
      const possible = LINK_KINDS.filter((link) =>
        KINDS.some((other) => fits(link, kind, other) || fits(link, other, kind)),
      )
      expect([...offered].sort()).toEqual([...possible].sort())
    }
  })

  it('always join in a direction the board accepts', () => {
    for (const own of board.cards.values())
      for (const section of linkSections(own.kind))
        for (const other of board.cards.values()) {
          const kinds = otherKinds(section, own.kind)
          if (kinds.length > 0 && !kinds.includes(other.kind)) continue
          const { from, to } = directed(section, own, other)
          expect(fits(section.link, card(from).kind, card(to).kind)).toBe(true)
        }
  })

  it('show a link at the end where the card stands', () => {
    const links = [...board.links.values()]
    const titles = (id: string): string[] =>
      linkSections(card(id).kind)
        .filter((section) =>
          linksIn(section, card(id).id, links).some((link) => link.from === id || link.to === id),
        )
        .map((section) => `${section.link} ${section.end}`)
    const touching = (id: string): string[] => titles(id).filter((name) => !name.startsWith('relates'))
    expect(touching('action')).toEqual(['answers from', 'finances to', 'enables from', 'complements either'])
    expect(touching('other')).toEqual(['enables to', 'complements either'])
    expect(touching('need')).toEqual(['answers to'])
  })
})
