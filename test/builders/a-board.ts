import * as Y from 'yjs'
import { boardOf, type Board } from '../../shared/board/board.ts'
import type { FieldsOf, Kind, Point, Size } from '../../shared/board/card.ts'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { linkCards } from '../../shared/board/commands/link-cards.ts'
import { setHeader } from '../../shared/board/commands/set-header.ts'
import type { LinkFieldsOf, LinkKind } from '../../shared/board/link.ts'
import type { CardId, LinkId } from '../../shared/ids.ts'
import type { Finding } from '../../shared/plan/finding.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { planOf } from '../../shared/plan/plan-of.ts'
import type { Programme } from '../../shared/programme/programme.ts'
import { programmeById } from '../../shared/programme/programmes.ts'

/** A card of a test: its kind and whatever of its fields matters. Its title is its name unless given. */
export type CardSpec = {
  [K in Kind]: {
    readonly kind: K
    readonly at?: Point
    readonly size?: Size
    readonly title?: string
    readonly body?: string
  } & FieldsOf<K>
}[Kind]

/** `['works', 'enables', 'services', { reason: '…' }]`, read from left to right. */
export type LinkSpec = {
  [K in LinkKind]: readonly [from: string, kind: K, to: string, fields?: LinkFieldsOf<K>]
}[LinkKind]

export interface BoardSpec {
  readonly programme?: string
  readonly city?: string
  readonly title?: string
  /** Cards by a name, which is also their id. */
  readonly cards?: Readonly<Record<string, CardSpec>>
  readonly links?: readonly LinkSpec[]
}

export interface BuiltBoard {
  readonly doc: Y.Doc
  /** Ids of the links, in the order in which they were given. */
  readonly links: readonly LinkId[]
  board(): Board
  plan(): Plan
  /** What one rule answers. */
  findings(rule: string): readonly Finding[]
}

/** A real board, made with the product's own commands. Throws when a link does not fit, so that no test runs on less. */
export function aBoard(spec: BoardSpec = {}): BuiltBoard {
  const doc = new Y.Doc()
  const programme = aProgramme(spec.programme)
  setHeader(doc, {
    title: spec.title ?? 'Tavolo di prova',
    programme: programme.id,
    city: spec.city ?? 'Milano',
  })
  let row = 0
  for (const [name, { kind, at, size, title, body, ...fields }] of Object.entries(spec.cards ?? {})) {
    const place = at ?? ([0, 200 * row++] as const)
    const frame = size ? { size } : {}
    addCard(doc, {
      kind,
      at: place,
      ...frame,
      title: title ?? name,
      body: body ?? '',
      fields,
      id: cardId(name),
    })
  }
  const links = (spec.links ?? []).map(([from, kind, to, fields]) => {
    const made = linkCards(doc, { kind, from: cardId(from), to: cardId(to), fields: fields ?? {} })
    if (!made.ok) throw new Error(`${from} cannot be joined to ${to} by ${kind}: ${made.reason}`)
    return made.id
  })
  const board = (): Board => boardOf(doc)
  const plan = (): Plan => planOf(board(), programme)
  return {
    doc,
    links,
    board,
    plan,
    findings: (rule) => plan().findings.filter((finding) => finding.rule === rule),
  }
}

export const cardId = (name: string): CardId => name as CardId

export function aProgramme(id = 'pon-metro-2014-2020'): Programme {
  const programme = programmeById(id)
  if (!programme) throw new Error(`There is no programme ${id}.`)
  return programme
}
