import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { editCard } from '../../shared/board/commands/edit-card.ts'
import { trashCards } from '../../shared/board/commands/trash-cards.ts'
import type { CardId } from '../../shared/ids.ts'
import { aTableWith } from '../builders/a-model.ts'

const FRAME = 'Recupero Centro di Prima Accoglienza, via de Blasiis'
const DORMITORY = 'Riqualificazione secondo piano da destinare a dormitorio pubblico'
const LAUNDRY = 'Ristrutturazione piano terra da adibire a lavanderia industriale'
const TEAM = 'Percorsi di Autonomia Guidata per adulti senza fissa dimora'

const SE = ['SE-1', 'SE-2', 'SE-3', 'SE-4', 'SE-5']

/** The case of the slides with what the slides leave open filled in: arrangements, times, a design that is not mature yet. */
function filled() {
  const table = aTableWith('centro-prima-accoglienza')
  const { doc } = table
  const [frame, dormitory, laundry, team] = [FRAME, DORMITORY, LAUNDRY, TEAM].map(table.titled) as [
    CardId,
    CardId,
    CardId,
    CardId,
  ]
  editCard<'intervention'>(doc, frame, {
    arrangementDesign: 'Un tavolo tra lavori pubblici e politiche sociali',
    arrangementRecipients: 'Le unità di strada segnalano chi accogliere',
    arrangementTiming: 'I servizi partono al collaudo',
  })
  for (const works of [dormitory, laundry])
    editCard<'action'>(doc, works, { designLevel: 'preliminary', start: '2018-01-01', end: '2019-06-30' })
  editCard<'action'>(doc, team, { start: '2019-07-01', end: '2022-12-31' })
  const answers = () => table.plan().findings.filter(({ rule }) => SE.includes(rule))
  return { doc, frame, dormitory, laundry, team, answers }
}

type Case = ReturnType<typeof filled>

describe('via de Blasiis, with its arrangements filled', () => {
  it('passes SE-1 to SE-5', () => {
    const { answers } = filled()
    expect(answers().map(({ rule, verdict }) => [rule, verdict])).toEqual([
      ['SE-1', 'holds'],
      ['SE-2', 'holds'],
      ['SE-3', 'holds'],
      ['SE-3', 'holds'],
      ['SE-4', 'holds'],
      ['SE-5', 'holds'],
    ])
  })

  const mutations: [string, string, (one: Case, doc: Y.Doc) => void, (one: Case) => CardId[]][] = [
    [
      'the team is dropped',
      'SE-1',
      ({ team }, doc) => trashCards(doc, [team]),
      ({ frame, dormitory, laundry }) => [frame, dormitory, laundry],
    ],
    [
      'an arrangement is empty',
      'SE-2',
      ({ frame }, doc) => editCard<'intervention'>(doc, frame, { arrangementTiming: ' ' }),
      ({ frame }) => [frame],
    ],
    [
      'the works end after the service starts',
      'SE-3',
      ({ dormitory }, doc) => editCard<'action'>(doc, dormitory, { end: '2019-09-30' }),
      ({ dormitory, team }) => [dormitory, team],
    ],
    [
      'the service runs beyond the programme’s end',
      'SE-4',
      ({ team }, doc) => editCard<'action'>(doc, team, { end: '2024-06-30' }),
      ({ frame, team }) => [frame, team],
    ],
    [
      'the service is for others',
      'SE-5',
      ({ team }, doc) => editCard<'action'>(doc, team, { targetGroups: ['Giovani'] }),
      ({ frame, dormitory, laundry, team }) => [frame, dormitory, laundry, team],
    ],
  ]

  it.each(mutations)('%s: %s alone fails, and names the right cards', (_, rule, mutate, cards) => {
    const one = filled()
    mutate(one, one.doc)
    const broken = one.answers().filter(({ verdict }) => verdict !== 'holds')
    expect(broken.map((finding) => [finding.rule, finding.verdict])).toEqual([[rule, 'fails']])
    expect(broken[0]?.cards).toEqual(cards(one))
  })
})
