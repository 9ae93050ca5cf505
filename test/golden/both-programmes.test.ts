import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { boardOf } from '../../shared/board/board.ts'
import { setHeader } from '../../shared/board/commands/set-header.ts'
import { insertModel } from '../../shared/models/insert-model.ts'
import { MODELS, type Model } from '../../shared/models/list.ts'
import { euro } from '../../shared/money.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { planOf } from '../../shared/plan/plan-of.ts'
import type { Programme } from '../../shared/programme/programme.ts'
import { PROGRAMMES } from '../../shared/programme/programmes.ts'
import { aTableWith } from '../builders/a-model.ts'

/** The case on a table of that programme. */
function planUnder(model: Model, programme: Programme): Plan {
  const doc = new Y.Doc()
  setHeader(doc, { title: model.title, programme: programme.id, city: model.city })
  insertModel(doc, model, [0, 0])
  return planOf(boardOf(doc), programme)
}

const told = ({ ledger, findings }: Plan) => ({
  total: euro(ledger.totalCents),
  contexts: euro(ledger.contextCents),
  declared: ledger.declared.map(({ cents, computedCents }) => [euro(cents), euro(computedCents)]),
  axes: ledger.byAxis.map(({ key, cents }) => [key, euro(cents)]),
  differences: findings.filter(({ rule }) => rule === 'FIN-4').map(({ verdict }) => verdict),
})

describe('the worked cases on a table of another programme', () => {
  const others = MODELS.flatMap((model) =>
    PROGRAMMES.filter(({ id }) => id !== model.programme).map((programme) => ({ model, programme })),
  )

  it.each(others)('[FIN-4] $model.id under $programme.id adds up as in its own', ({ model, programme }) => {
    expect(told(planUnder(model, programme))).toEqual(told(aTableWith(model.id).plan()))
  })
})
