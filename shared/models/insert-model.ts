import type * as Y from 'yjs'
import { readHeader } from '../board/board.ts'
import type { Kind, Point } from '../board/card.ts'
import { cardRecord, linkRecord, type PlainFields } from '../board/commands/records.ts'
import { MODEL, type Origin } from '../board/origin.ts'
import { cardsOf, LIMITS, linksOf } from '../board/schema.ts'
import { newId, type CardId, type LinkId } from '../ids.ts'
import { agenziaSocialeCasa } from './data/agenzia-sociale-casa.ts'
import { centroPrimaAccoglienza } from './data/centro-prima-accoglienza.ts'
import { hubInnovazioneInclusiva } from './data/hub-innovazione-inclusiva.ts'
import { quartieriConnessi } from './data/quartieri-connessi.ts'
import { layOut } from './lay-out.ts'
import { MODELS, type Model, type ModelId } from './list.ts'
import type { ModelBoard, ModelCard } from './model-board.ts'
import { boardOfNamed, NAMED_PROGRAMME, type Named } from './named.ts'

const BOARDS: Readonly<Record<ModelId, ModelBoard>> = {
  'quartieri-connessi': quartieriConnessi,
  'hub-innovazione-inclusiva': hubInnovazioneInclusiva,
  'centro-prima-accoglienza': centroPrimaAccoglienza,
  'agenzia-sociale-casa': agenziaSocialeCasa,
}

/**
 * Puts a worked case on the table in one transaction, with fresh ids, so that the same model can be inserted twice.
 * `at` is its top left corner, in points of the board. Returns the ids of its cards, the frame first; none when the board
 * has no room for all of them (`LIMITS.cards`, `LIMITS.links`).
 */
export function insertModel(
  doc: Y.Doc,
  { id }: Pick<Model, 'id'>,
  at: Point,
  origin: Origin = MODEL,
): CardId[] {
  return insert(doc, BOARDS[id], MODELS.find((one) => one.id === id)?.programme, at, origin)
}

/** The same with an intervention of which the slides say no more than the name. */
export const insertNamed = (doc: Y.Doc, named: Named, at: Point, origin: Origin = MODEL): CardId[] =>
  insert(doc, boardOfNamed(named), NAMED_PROGRAMME, at, origin)

/** `own` is the programme that the model was financed under. */
function insert(doc: Y.Doc, model: ModelBoard, own: string | undefined, at: Point, origin: Origin): CardId[] {
  const cards = cardsOf(doc)
  const links = linksOf(doc)
  const pieces = piecesOf(model)
  if (cards.size + pieces.length > LIMITS.cards || links.size + model.links.length > LIMITS.links) return []

  const ids = new Map(pieces.map((piece) => [piece.card.name, newId<CardId>()]))
  const idOf = (name: string): CardId => {
    const known = ids.get(name)
    if (known === undefined) throw new Error(`Model ${model.intervention.title}: no card is called ${name}.`)
    return known
  }
  const { places, frameSize } = layOut(model, at)
  const { programme } = readHeader(doc)
  const foreign = programme !== '' && programme !== own ? own : undefined
  doc.transact(() => {
    for (const { kind, card } of pieces) {
      const size = kind === 'intervention' ? frameSize : undefined
      const member = kind === 'action' && { intervention: idOf(model.intervention.name) }
      const fields: PlainFields = { ...ownFields(card, foreign), ...member }
      const place = places.get(card.name) ?? at
      cards.set(idOf(card.name), cardRecord(kind, place, size, card.title, card.body ?? '', fields))
    }
    for (const [from, kind, to, fields] of model.links)
      links.set(newId<LinkId>(), linkRecord(kind, idOf(from), idOf(to), (fields ?? {}) as PlainFields))
  }, origin)
  return [...ids.values()]
}

/**
 * The fields of a card on a table of another programme than the model's: its funds are that table's money there, and so are
 * the totals that the model declares of its own programme (`foreign`).
 */
function ownFields({ fields }: ModelCard, foreign: string | undefined): PlainFields {
  const { declared, ...rest } = (fields ?? {}) as PlainFields & { declared?: readonly PlainFields[] }
  if (declared === undefined) return rest
  const totals = declared.map(({ programme, ...total }): PlainFields =>
    programme === undefined || programme === foreign ? total : { ...total, programme },
  )
  return { ...rest, declared: totals }
}

interface Piece {
  readonly kind: Kind
  readonly card: ModelCard
}

function piecesOf({ intervention, needs, contexts, axes, funds }: ModelBoard): Piece[] {
  const { actions, columns: _, ...frame } = intervention
  const ofKind = (kind: Kind, cards: readonly ModelCard[]): Piece[] => cards.map((card) => ({ kind, card }))
  return [
    ...ofKind('intervention', [frame]),
    ...ofKind('action', actions),
    ...ofKind('need', needs),
    ...ofKind('context', contexts),
    ...ofKind('axis', axes),
    ...ofKind('fund', funds),
  ]
}
