import { describe, expect, it } from 'vitest'
import { fateSentence } from '../../../client/components/panels/fate.ts'
import { pairsSentence, refusalSentence } from '../../../client/components/panels/link-words.ts'
import { linkSummary } from '../../../client/components/panels/link-summary.ts'
import { vocabulariesOf } from '../../../client/components/panels/vocabularies.ts'
import { programmeNames, programmeWord, sourceOptions } from '../../../client/components/panels/words.ts'
import type { CardId, LinkId } from '../../../shared/ids.ts'
import { aBoard, aProgramme } from '../../builders/a-board.ts'

const titleOf = (id: CardId): string => ({ a: 'Portinerie', f: 'FSE' })[id as string] ?? '?'

describe('words of the panel', () => {
  it('say what became of a need', () => {
    expect(fateSentence({ kind: 'raised' }, titleOf)).toContain('Nessuna azione')
    const financed = fateSentence(
      { kind: 'financed', actions: ['a' as CardId], cents: 56250000, funds: ['f' as CardId] },
      titleOf,
    )
    expect(financed).toBe('Risponde «Portinerie»: 562.500,00\u00a0€ da FSE.')
    expect(fateSentence({ kind: 'notTakenUp', because: 'già in corso' }, titleOf)).toContain('già in corso')
  })

  it('say which pairs a link can join when it is refused', () => {
    expect(pairsSentence('answers')).toBe('Non si può: «risponde a» va da azione a bisogno.')
    expect(pairsSentence('complements')).toContain('azione o intervento in corso')
    expect(refusalSentence('wrongPair', 'finances')).toContain('da fondo a azione')
    expect(refusalSentence('circle', 'enables')).toContain('giro')
  })

  it('say what a link carries in one line', () => {
    const ends = { id: 'l' as LinkId, from: 'a' as CardId, to: 'b' as CardId }
    expect(linkSummary({ ...ends, kind: 'answers' })).toBe('')
    expect(
      linkSummary({ ...ends, kind: 'commits', role: 'outsideLead', value: 'due stanze', state: 'proposed' }),
    ).toBe('Capofila (partner) · due stanze · Proposto')
  })

  it('offer words in use before those of the programme, each once', () => {
    const programme = aProgramme()
    const first = programme.suggestions.targetGroups[0] ?? ''
    const board = aBoard({
      cards: {
        one: { kind: 'need', targetGroups: ['Inquilini', first.toUpperCase()], places: ['Lorenteggio'] },
        two: { kind: 'action', places: ['lorenteggio', 'Via Zoia'] },
      },
    }).board()
    const words = vocabulariesOf(board, programme)
    expect(words.targetGroups.slice(0, 2)).toEqual(['Inquilini', first.toUpperCase()])
    expect(words.targetGroups.filter((word) => word.toLowerCase() === first.toLowerCase())).toHaveLength(1)
    expect(words.places).toEqual(['Lorenteggio', 'Via Zoia'])
  })

  it('call funds and programmes by their names, the programme’s own first', () => {
    expect(
      sourceOptions(aProgramme())
        .slice(0, 2)
        .map((option) => option.label),
    ).toEqual(['FESR', 'FSE'])
    expect(programmeWord('pon-metro-2014-2020')).toBe('PON Metro 2014-20')
    expect(programmeWord('POR FESR')).toBe('POR FESR')
    expect(programmeWord(undefined)).toBeUndefined()
    expect(programmeNames(['POR FESR', 'pon-metro-2014-2020'])[0]).toBe('POR FESR')
  })
})
