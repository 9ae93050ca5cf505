import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { BoardReader } from '../../../client/plan/board-reader.ts'
import { PlanReader, type PlanDelta } from '../../../client/plan/plan-delta.ts'
import { Planner } from '../../../client/plan/planner.ts'
import { boardOf } from '../../../shared/board/board.ts'
import { cardsOf, linksOf } from '../../../shared/board/schema.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { planOf } from '../../../shared/plan/plan-of.ts'
import { programmeOf } from '../../../shared/programme/programme-of.ts'
import { aDoc } from '../../builders/a-doc.ts'
import { anyBoard } from '../../builders/any-board.ts'
import { perform, steps } from '../../shared/board/replicas.ts'

/** The same content read by nobody before: nothing is remembered of it. */
function fromScratch(doc: Y.Doc): Plan {
  const board = boardOf(doc)
  return planOf(board, programmeOf(board.header))
}

/** One record of another board takes the place of this one's, key by key; one that is not there yet is put down. */
function swap(root: Y.Map<Y.Map<unknown>>, other: Y.Map<Y.Map<unknown>>, which: number): void {
  const ids = [...other.keys()]
  const id = ids[which % Math.max(1, ids.length)]
  const source = id === undefined ? undefined : other.get(id)
  if (id === undefined || source === undefined) return
  const record = root.get(id)
  if (!record || record.get('kind') !== source.get('kind')) return void root.set(id, source.clone())
  for (const key of record.keys()) if (!source.has(key)) record.delete(key)
  for (const [key, value] of source.entries()) if (!(value instanceof Y.AbstractType)) record.set(key, value)
}

it('is the plan made from scratch after every edit, told by what changed', () => {
  fc.assert(
    fc.property(anyBoard, anyBoard, steps, (spec, otherSpec, acts) => {
      const { doc } = aDoc(spec)
      const { doc: other } = aDoc(otherSpec)
      const undo = new Y.UndoManager([cardsOf(doc), linksOf(doc)], { doc, captureTimeout: 0 })
      const board = new BoardReader(doc)
      const planner = new Planner()
      const page = new PlanReader()
      const tell = (update: Uint8Array) => planner.hear(structuredClone({ kind: 'update', update }))
      tell(Y.encodeStateAsUpdate(doc))
      doc.on('update', tell)
      for (const act of acts) {
        if (act.who === 0) perform({ doc, undo }, act)
        else
          doc.transact(() => {
            swap(cardsOf(doc), cardsOf(other), act.a)
            if (act.who > 2) swap(linksOf(doc), linksOf(other), act.b)
          })
        expect(board.read()).toEqual(boardOf(doc))
        const told = structuredClone(planner.hear({ kind: 'plan' })) as PlanDelta
        expect(page.read(told)).toEqual(fromScratch(doc))
      }
    }),
    { numRuns: Number(process.env['FC_RUNS'] ?? 25) },
  )
}, 120_000)
