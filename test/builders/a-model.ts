import * as Y from 'yjs'
import { boardOf, type Board } from '../../shared/board/board.ts'
import { setHeader } from '../../shared/board/commands/set-header.ts'
import { insertModel } from '../../shared/models/insert-model.ts'
import { MODELS, type Model, type ModelId } from '../../shared/models/list.ts'
import type { CardId } from '../../shared/ids.ts'
import type { Finding } from '../../shared/plan/finding.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { planOf } from '../../shared/plan/plan-of.ts'
import { aProgramme } from './a-board.ts'

export interface ModelTable {
  readonly doc: Y.Doc
  /** Ids of the cards of each model, in the order of the models. */
  readonly cards: readonly (readonly CardId[])[]
  board(): Board
  plan(): Plan
  findings(rule: string): readonly Finding[]
  /** The card with this title. */
  titled(title: string): CardId
}

/** A table that starts from worked cases, one beside the other. */
export function aTableWith(...ids: readonly ModelId[]): ModelTable {
  const doc = new Y.Doc()
  const models = ids.map(aModel)
  const [first] = models
  if (first) setHeader(doc, { title: first.title, programme: first.programme, city: first.city })
  const cards = models.map((model, index) => insertModel(doc, model, [index * 3000, 0]))
  const board = (): Board => boardOf(doc)
  const plan = (): Plan => planOf(board(), aProgramme(first?.programme))
  return {
    doc,
    cards,
    board,
    plan,
    findings: (rule) => plan().findings.filter((finding) => finding.rule === rule),
    titled: (title) => {
      const card = [...board().cards.values()].find((one) => one.title === title)
      if (!card) throw new Error(`No card is titled ${title}.`)
      return card.id
    },
  }
}

export function aModel(id: ModelId): Model {
  const model = MODELS.find((one) => one.id === id)
  if (!model) throw new Error(`There is no model ${id}.`)
  return model
}
