import fc from 'fast-check'
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { boardOf } from '../../../shared/board/board.ts'
import { putPieces } from '../../../shared/board/commands/put-pieces.ts'
import { modelPieces, readModel, writeModel } from '../../../shared/models/own-model.ts'
import { planOf } from '../../../shared/plan/plan-of.ts'
import { aBoard, aProgramme, cardId } from '../../builders/a-board.ts'
import { RICH_TABLE } from '../../builders/a-rich-table.ts'

const pieces = modelPieces(aBoard(RICH_TABLE).board(), cardId('quartieri'))
const model = { title: 'Quartieri Connessi', savedAt: '2026-03-05T10:00:00Z', from: 'Milano', pieces }

describe('an intervention kept as a model', () => {
  it('takes along its actions and what they are linked to, and nothing else', () => {
    expect(pieces.cards.map(({ id }) => id).sort()).toEqual(
      [
        ...[
          'quartieri',
          'premises',
          'services',
          'platform',
          'activities',
          'together',
          'axis1',
          'axis3',
          'axis4',
        ],
        ...['erdf', 'esf', 'housing', 'welfare', 'strada', 'tenants'],
      ].sort(),
    )
  })

  it('leaves behind what was true of that time only', () => {
    const words = JSON.stringify(pieces)
    for (const word of ['2018', '2019-10-01', 'MI 4.1.1.a', '302951950', 'confirmed', 'mergedInto'])
      expect(words).not.toContain(word)
    for (const word of ['111233200', 'Assemblea di Lorenteggio', '15 volontari'])
      expect(words).toContain(word)
  })

  it('comes back from its file with the same money, on another table', () => {
    const read = readModel(writeModel(model))
    expect(read).toEqual(model)
    const doc = new Y.Doc()
    putPieces(doc, read?.pieces ?? pieces, [0, 0])
    const { ledger, interventions } = planOf(boardOf(doc), aProgramme())
    expect(ledger.totalCents).toBe(302951950)
    expect(interventions.map(({ title, actions }) => [title, actions.length])).toEqual([
      ['Quartieri Connessi', 3],
    ])
    expect(ledger.byAxis.map(({ key }) => key)).toEqual(['1', '3', '4'])
  })

  it('is never read out of anything else, and no file breaks the reading', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readModel(text)).toBeNull()
      }),
    )
    expect(readModel(JSON.stringify({ ...model, format: 'tavolo-model', pieces: '{}' }))).toBeNull()
  })
})
