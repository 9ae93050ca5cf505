import { describe, expect, it } from 'vitest'
import type { Card } from '../../../shared/board/card.ts'
import { answers, ranked, searchable } from '../../../client/components/ui/search-cards.ts'
import { aBoard } from '../../builders/a-board.ts'

const cards: Card[] = [
  ...aBoard({
    cards: {
      a: { kind: 'need', title: 'Nei cortili ERP non c’è un posto dove incontrarsi' },
      b: { kind: 'action', title: 'Servizi di prossimità nelle portinerie', operationCode: 'NA 3.2.2.c' },
      c: { kind: 'action', title: 'Portinerie: ristrutturazione', body: 'Negozi sfitti al piano terra' },
      d: { kind: 'axis', title: 'Asse 3', axis: '3' },
      e: { kind: 'action', title: 'Le reti portanti del quartiere', targetGroups: ['Giovani'] },
    },
  })
    .board()
    .cards.values(),
]
const kindWord: Record<string, string> = { need: 'Bisogno', action: 'Azione', axis: 'Asse' }
const find = (query: string): string[] =>
  ranked(query, cards, (card) => searchable(card, kindWord[card.kind] ?? '')).map((card) => card.id)

describe('the search of a chooser', () => {
  it('puts titles that begin with the words first, then words of a title, then parts of words', () =>
    expect(find('port')).toEqual(['c', 'b', 'e']))

  it('does not mind case, accents and apostrophes', () => {
    expect(find('PROSSIMITA')).toEqual(['b'])
    expect(find("c'e un posto")).toEqual(['a'])
  })

  it('finds by kind, body and target group, after titles', () => {
    expect(find('bisogno')).toEqual(['a'])
    expect(find('sfitti')).toEqual(['c'])
    expect(find('giovani')).toEqual(['e'])
  })

  it('finds by place, by the person who wrote it, and a partner by its tax code or register number', () => {
    const { cards: all } = aBoard({
      cards: {
        yard: { kind: 'need', title: 'Un cortile', places: ['Quarto Oggiaro'] },
        coop: { kind: 'partner', title: 'Coop. La Strada', taxCode: '01234567897', runts: '12345' },
      },
    }).board()
    const names = (query: string): string[] =>
      ranked(query, [...all.values()], (card) => searchable(card, '', card.id === 'yard' ? 'Anna' : '')).map(
        (card) => card.id,
      )
    expect(names('oggiaro')).toEqual(['yard'])
    expect(names('anna')).toEqual(['yard'])
    expect(names('01234567897')).toEqual(['coop'])
    expect(names('12345')).toEqual(['coop'])
  })

  it('finds an operation code with or without its dots and spaces', () => {
    expect(find('NA 3.2.2.c')).toEqual(['b'])
    expect(find('na322c')).toEqual(['b'])
    expect(find('3.2.2')).toEqual(['b'])
  })

  it('wants every word', () => {
    expect(find('portinerie servizi')).toEqual(['b'])
    expect(find('portinerie piscina')).toEqual([])
  })

  it('shows everything in its own order while nothing is asked', () => {
    expect(find('  ')).toEqual(cards.map((card) => card.id))
    expect(answers('', { title: '', others: '' })).toBe(1)
  })
})
