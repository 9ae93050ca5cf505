import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { boardOf, type Board } from '../../../../shared/board/board.ts'
import type { LinkId } from '../../../../shared/ids.ts'
import { changeLink } from '../../../../shared/board/commands/change-link.ts'
import { brokenInvariants } from '../../../../shared/board/invariants.ts'
import { aBoard, cardId } from '../../../builders/a-board.ts'
import { connect, deliverAll } from '../replicas.ts'

const [work, service, later, esf, four, three] = ['work', 'service', 'later', 'esf', 'four', 'three'].map(
  cardId,
)

const build = () =>
  aBoard({
    cards: {
      work: { kind: 'action' },
      service: { kind: 'action' },
      later: { kind: 'action' },
      erdf: { kind: 'fund' },
      esf: { kind: 'fund' },
      four: { kind: 'axis' },
      three: { kind: 'axis' },
    },
    links: [
      ['erdf', 'finances', 'work', { cents: 500, years: { 2016: 500 }, axis: 'four' }],
      ['work', 'programmedUnder', 'four', { specificObjective: '4.1' }],
      ['work', 'enables', 'service', { reason: 'prima i lavori' }],
      ['service', 'enables', 'later', {}],
    ],
  })

describe('a link that is changed', () => {
  it('stays the same link with its amount when the money comes from elsewhere', () => {
    const { doc, links, board } = build()
    const id = links[0] as LinkId
    expect(changeLink(doc, id, { from: esf })).toEqual({ ok: true })
    expect(board().links.get(id)).toEqual({
      id,
      kind: 'finances',
      from: esf,
      to: work,
      cents: 500,
      years: { 2016: 500 },
      axis: 'four',
    })
  })

  it('loses what spoke of the end it left', () => {
    const { doc, links, board } = build()
    expect(changeLink(doc, links[0] as LinkId, { to: service })).toEqual({ ok: true })
    expect(board().links.get(links[0] as LinkId)).not.toHaveProperty('axis')
    expect(changeLink(doc, links[1] as LinkId, { to: three })).toEqual({ ok: true })
    expect(board().links.get(links[1] as LinkId)).toMatchObject({ from: work, to: three })
    expect(board().links.get(links[1] as LinkId)).not.toHaveProperty('specificObjective')
  })

  it('keeps its words when it says something else of the same cards, and is turned round', () => {
    const { doc, links, board } = build()
    const id = links[2] as LinkId
    expect(changeLink(doc, id, { kind: 'complements' })).toEqual({ ok: true })
    expect(board().links.get(id)).toMatchObject({ kind: 'complements', reason: 'prima i lavori' })
    expect(changeLink(doc, id, { kind: 'enables', from: service, to: work })).toEqual({ ok: true })
    expect(board().links.get(id)).toMatchObject({ kind: 'enables', from: service, to: work })
  })

  it('is refused what a new link is refused, and nothing is written', () => {
    const { doc, links, board } = build()
    const before = board()
    const [finances, under, enables, next] = links as readonly LinkId[]
    for (const [id, change, reason] of [
      [finances, { to: four }, 'wrongPair'],
      [under, { kind: 'answers' }, 'wrongPair'],
      [enables, { to: work }, 'sameCard'],
      [next, { to: work }, 'circle'],
      [finances, { from: cardId('nobody') }, 'missingCard'],
      ['gone' as LinkId, { to: four }, 'missingLink'],
      [next, { from: work, to: service }, 'existed'],
    ] as const)
      expect(changeLink(doc, id as LinkId, change), reason).toEqual({ ok: false, reason })
    expect(board()).toEqual(before)
  })

  it('is sound on every replica when two people change its two ends, or an end and its kind, at once', () => {
    for (const [one, other] of [
      [{ from: service }, { to: service }],
      [{ kind: 'complements' }, { from: later, to: work }],
      [{ to: later }, { kind: 'relates' }],
    ] as const) {
      const { doc, links } = build()
      const replicas = connect(2)
      const [anna, bruno] = replicas
      if (!anna || !bruno) throw new Error('two replicas')
      Y.applyUpdate(anna.doc, Y.encodeStateAsUpdate(doc))
      deliverAll(replicas)
      changeLink(anna.doc, links[2] as LinkId, one)
      changeLink(bruno.doc, links[2] as LinkId, other)
      deliverAll(replicas)
      const boards = replicas.map((replica) => boardOf(replica.doc))
      expect(boards[0]).toEqual(boards[1])
      expect(brokenInvariants(boards[0] as Board)).toEqual([])
    }
  })
})
