import { describe, expect, it } from 'vitest'
import { changeWords, fieldWord, type Speaker } from '../../../client/components/history/difference-words.ts'
import { restoreCardWords, restoreWords } from '../../../client/components/history/restore-words.ts'
import { differencesOf, differencesOfCard } from '../../../client/history/differences.ts'
import { FIELDS } from '../../../shared/board/card.ts'
import { LINK_FIELDS } from '../../../shared/board/link.ts'
import type { CardId } from '../../../shared/ids.ts'
import { programmeById } from '../../../shared/programme/programmes.ts'
import { aBoard, type BoardSpec } from '../../builders/a-board.ts'

const programme = programmeById('pon-metro-2014-2020')
if (!programme) throw new Error('the programme of this test is not shipped')
const speaker: Speaker = { programme, titleOf: (id) => `la scheda ${id}` }
const said = (field: string, then: unknown, now: unknown): string[] => {
  const words = changeWords({ field, then, now }, speaker)
  return [words.field, words.then, words.now]
}

describe('a value that was another', () => {
  it.each([
    ['costCents', undefined, 56250000, ['Costo', 'niente', '562.500,00\u00a0€']],
    ['nature', 'material', 'digital', ['Natura', 'Materiale', 'Digitale']],
    ['start', '2020-01-01', undefined, ['Inizio', '01/01/2020', 'niente']],
    ['places', ['Lorenteggio', 'Giambellino'], [], ['Territorio', 'Lorenteggio · Giambellino', 'niente']],
    ['needsPlace', true, undefined, ['Ha bisogno di uno spazio fisico', 'sì', 'niente']],
    ['intervention', undefined, 'frame', ['Intervento', 'niente', 'la scheda frame']],
    [
      'axis',
      '3',
      'card-of-axis',
      ['Asse', 'Asse 3 · Servizi per l’inclusione sociale', 'la scheda card-of-axis'],
    ],
    ['years', { 2024: 500000 }, {}, ['Per anno', '2024: 5.000,00\u00a0€', 'niente']],
    [
      'declared',
      [{ label: 'Delibera', cents: 100 }],
      [],
      ['Totali dichiarati', 'Delibera 1,00\u00a0€', 'niente'],
    ],
    ['themes', ['work'], ['work', 'education'], ['Politiche', 'lavoro', 'lavoro · istruzione']],
    [
      'classifications',
      [{ dimension: 'territory', code: '03' }],
      [],
      ['Classificazioni', 'territorio 03', 'niente'],
    ],
    ['somethingNew', 'x', 'y', ['somethingNew', 'x', 'y']],
  ])('%s is told as the panel tells it', (field, then, now, words) => {
    expect(said(field, then, now)).toEqual(words)
  })

  it('there is a word for every field of cards and links', () => {
    const fields = [...Object.values(FIELDS), ...Object.values(LINK_FIELDS)].flatMap((one) =>
      Object.keys(one),
    )
    expect(fields.filter((field) => fieldWord(field) === field)).toEqual([])
  })

  it('a long text is cut at a word', () => {
    const [, then = ''] = said('body', 'parola '.repeat(60), '')
    expect(then).toMatch(/parola…$/)
    expect(then.length).toBeLessThan(150)
  })
})

describe('what going back will do', () => {
  const THEN: BoardSpec = {
    cards: {
      need: { kind: 'need', title: 'Spazi' },
      action: { kind: 'action', title: 'Portinerie', costCents: 100 },
      fund: { kind: 'fund', title: 'FSE' },
    },
    links: [['action', 'answers', 'need']],
  }
  const NOW: BoardSpec = {
    cards: {
      action: { kind: 'action', title: 'Portinerie', at: [0, 200], costCents: 200 },
      fund: { kind: 'fund', title: 'FSE', at: [900, 0] },
      ...Object.fromEntries(
        ['a', 'b', 'c', 'd', 'e'].map((title) => [
          title,
          { kind: 'note' as const, title, at: [0, 900] as const },
        ]),
      ),
    },
    links: [['fund', 'finances', 'action', { cents: 5 }]],
  }
  const differences = differencesOf(aBoard(THEN).board(), aBoard(NOW).board())

  it('to the table: what is lost first, three titles each, and links', () => {
    expect(restoreWords(differences)).toEqual([
      'vanno nel cestino 5 schede arrivate dopo: «a», «b», «c» e altre 2',
      'perde le modifiche fatte dopo 1 scheda: «Portinerie»',
      'torna 1 scheda: «Spazi»',
      'torna al suo posto 1 scheda: «FSE»',
      'si toglie 1 collegamento fatto dopo',
    ])
  })

  it('to one card: its fields, and its links', () => {
    const of = (id: string): string[] =>
      restoreCardWords(differencesOfCard(differences, id as CardId), speaker)
    expect(of('action')).toEqual([
      'Costo: 1,00\u00a0€ (adesso: 2,00\u00a0€)',
      'si toglie 1 collegamento fatto dopo',
    ])
    expect(of('need')).toEqual(['torna sul tavolo, con i collegamenti che aveva'])
    expect(of('fund')).toEqual(['torna al suo posto sulla lavagna', 'si toglie 1 collegamento fatto dopo'])
  })

  it('nothing, on the same board', () => {
    expect(restoreWords(differencesOf(aBoard(THEN).board(), aBoard(THEN).board()))).toEqual([])
  })
})
