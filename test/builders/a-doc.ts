import * as Y from 'yjs'
import type { FieldsOf, Kind, Point, Size } from '../../shared/board/card.ts'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { linkCards } from '../../shared/board/commands/link-cards.ts'
import { setHeader } from '../../shared/board/commands/set-header.ts'
import type { LinkFieldsOf, LinkKind } from '../../shared/board/link.ts'
import type { CardId, LinkId } from '../../shared/ids.ts'

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

export const cardId = (name: string): CardId => name as CardId

/** A document made with the product's own commands. Throws when a link does not fit, so that no test runs on less. */
export function aDoc(spec: BoardSpec): { readonly doc: Y.Doc; readonly links: readonly LinkId[] } {
  const doc = new Y.Doc()
  setHeader(doc, {
    title: spec.title ?? 'Tavolo di prova',
    programme: spec.programme ?? 'pon-metro-2014-2020',
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
  return { doc, links }
}
