import * as Y from 'yjs'
import { boardOf } from '../../../shared/board/board.ts'
import { setHeader } from '../../../shared/board/commands/set-header.ts'
import { wholeOf } from '../../../shared/board/whole.ts'
import type { ExportInput } from '../../../shared/formats/format.ts'
import { insertModel } from '../../../shared/models/insert-model.ts'
import { MODELS, type Model } from '../../../shared/models/list.ts'
import { planOf } from '../../../shared/plan/plan-of.ts'
import { programmeById } from '../../../shared/programme/programmes.ts'

export const EXPORTED_AT = '2026-11-22T09:30:00.000Z'

/** What a route or a button hands to a format, from a document. */
export function inputOf(doc: Y.Doc, more: Partial<ExportInput> = {}): ExportInput {
  const board = boardOf(doc)
  const programme = programmeById(board.header.programme) ?? programmeById('pon-metro-2014-2020')
  if (!programme) throw new Error('the packs of the product are not there')
  return {
    board,
    plan: planOf(board, programme),
    authors: new Map(),
    exportedAt: EXPORTED_AT,
    boardId: 'q1e2r3t4y5u6',
    whole: wholeOf(doc),
    ...more,
  }
}

/** A board with one model on it. Ids are fresh each time: the model is inserted as people insert it. */
export function modelDoc(model: Model): Y.Doc {
  const doc = new Y.Doc()
  setHeader(doc, { title: model.title, programme: model.programme, city: model.city })
  insertModel(doc, model, [0, 0])
  return doc
}

export function modelById(id: string): Model {
  const model = MODELS.find((one) => one.id === id)
  if (!model) throw new Error(`no model is called ${id}`)
  return model
}

export const modelInput = (id: string, more: Partial<ExportInput> = {}): ExportInput =>
  inputOf(modelDoc(modelById(id)), more)
