import { describe, expect, it } from 'vitest'
import { join, makeLink, pairsSentence, possibleFor, proposalFor } from '../../../client/tools/joining.ts'
import { CARD_KINDS } from '../../../shared/board/card.ts'
import type { CardId } from '../../../shared/ids.ts'
import { aDesk } from './desk.ts'

const id = (name: string): CardId => name as CardId
const table = () =>
  aDesk({
    cards: {
      need: { kind: 'need', title: 'Un posto' },
      works: { kind: 'action', title: 'Lavori' },
      services: { kind: 'action', title: 'Servizi' },
      fund: { kind: 'fund', title: 'FSE' },
    },
  })

describe('joining two cards', () => {
  it('makes the one telling link at once, whatever the order of the two', () => {
    expect(proposalFor({ kind: 'need' }, { kind: 'action' })).toEqual({
      kind: 'make',
      joint: { kind: 'answers', reversed: true },
    })
    expect(proposalFor({ kind: 'fund' }, { kind: 'action' })).toEqual({
      kind: 'make',
      joint: { kind: 'finances', reversed: false },
    })
  })

  it('asks when several links fit', () => {
    const proposal = proposalFor({ kind: 'action' }, { kind: 'action' })
    expect(proposal).toMatchObject({ kind: 'choose' })
    expect(proposal.kind === 'choose' && proposal.joints.map(({ kind }) => kind)).toEqual([
      'enables',
      'complements',
      'relates',
    ])
  })

  it('explains when the plan reads no link between the two, and still offers the plain line', () => {
    const proposal = proposalFor({ kind: 'need' }, { kind: 'fund' })
    expect(proposal).toEqual({ kind: 'explain', joints: [{ kind: 'relates', reversed: false }] })
  })

  it('answers every pair of kinds', () => {
    for (const first of CARD_KINDS)
      for (const second of CARD_KINDS)
        expect(['make', 'choose', 'explain']).toContain(proposalFor({ kind: first }, { kind: second }).kind)
  })

  it('says with what a kind can be joined', () => {
    expect(possibleFor('fund')).toEqual([{ link: 'finances', others: ['action'] }])
    expect(possibleFor('note')).toEqual([])
    expect(pairsSentence('fund')).toContain('(')
    expect(pairsSentence('note')).not.toContain('(')
  })

  it('chooses the new link, so that its amount can be written', () => {
    const desk = table()
    join(desk, id('works'), id('fund'), [0, 0])
    const [link] = [...desk.board.links.values()]
    expect(link).toMatchObject({ kind: 'finances', from: 'fund', to: 'works' })
    expect(desk.selection.link).toBe(link?.id)
  })

  it('asks on the canvas and makes nothing while nobody has answered', () => {
    const desk = table()
    join(desk, id('works'), id('services'), [30, 40])
    expect(desk.tools.question).toMatchObject({ first: 'works', second: 'services', at: [30, 40] })
    expect(desk.board.links.size).toBe(0)
  })

  it('does not join a card with itself, nor one that is gone', () => {
    const desk = table()
    join(desk, id('works'), id('works'), [0, 0])
    join(desk, id('works'), id('nobody'), [0, 0])
    expect(desk.board.links.size).toBe(0)
    expect(desk.tools.question).toBeNull()
  })

  it('refuses a circle of actions and says so', () => {
    const desk = table()
    makeLink(desk, { kind: 'enables', reversed: false }, id('works'), id('services'))
    makeLink(desk, { kind: 'enables', reversed: false }, id('services'), id('works'))
    expect(desk.board.links.size).toBe(1)
    expect(desk.tools.notice?.tone).toBe('trouble')
  })

  it('says when the link is already there instead of making a second one', () => {
    const desk = table()
    makeLink(desk, { kind: 'answers', reversed: false }, id('works'), id('need'))
    makeLink(desk, { kind: 'answers', reversed: false }, id('works'), id('need'))
    expect(desk.board.links.size).toBe(1)
    expect(desk.tools.notice?.tone).toBe('plain')
  })
})
