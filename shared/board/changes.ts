import * as Y from 'yjs'
import type { CardId, CommentId, LinkId } from '../ids.ts'
import { agreementMarkOf, type AgreementMark } from './agreement-mark.ts'
import { readHeader, type Header } from './board.ts'
import { readCard, type Card } from './card.ts'
import { readComment, type Comment } from './comment.ts'
import { readLink, type Link } from './link.ts'
import { cardsOf, commentsOf, HEADER, headerOf, linksOf, ROOT, type YRecord } from './schema.ts'
import { wentBackOf, type WentBack } from './went-back.ts'

/** A record before and after a transaction; null where it was not there, or cannot be shown by this version. */
export interface Change<Id, T> {
  readonly id: Id
  readonly before: T | null
  readonly after: T | null
}

/** What one transaction did to a board, in plain values. Records are as they stand, not as `boardOf` reads them. */
export interface BoardChange {
  readonly cards: readonly Change<CardId, Card>[]
  readonly links: readonly Change<LinkId, Link>[]
  readonly comments: readonly Change<CommentId, Comment>[]
  readonly header: { readonly before: Header; readonly after: Header } | null
  /** The transaction says of itself that it went back to an earlier state. */
  readonly wentBack: WentBack | null
  /** What was done about a version put to the partners. */
  readonly agreement: AgreementMark | null
}

/**
 * A document that is changed by updates only, and tells of each what it did. The cost of one is that of the records it
 * touches, however large the board is.
 */
export class WatchedBoard {
  readonly doc = new Y.Doc()
  readonly #cards = new Map<CardId, Card>()
  readonly #links = new Map<LinkId, Link>()
  readonly #comments = new Map<CommentId, Comment>()
  #header: Header
  readonly #touched = {
    cards: new Set<string>(),
    links: new Set<string>(),
    comments: new Set<string>(),
    header: new Set<string>(),
  }

  constructor() {
    for (const root of Object.values(ROOT)) this.doc.getMap(root)
    this.#header = readHeader(this.doc)
    cardsOf(this.doc).observeDeep((events) => noteIds(events, this.#touched.cards))
    linksOf(this.doc).observeDeep((events) => noteIds(events, this.#touched.links))
    commentsOf(this.doc).observeDeep((events) => noteIds(events, this.#touched.comments))
    headerOf(this.doc).observe((event) =>
      event.keysChanged.forEach((key) => this.#touched.header.add(String(key))),
    )
  }

  /** Applies an update, be it a whole state. What depends on something missing is dropped, as a room does on loading. */
  apply(update: Uint8Array): BoardChange {
    Y.applyUpdate(this.doc, update)
    this.doc.store.pendingStructs = null
    this.doc.store.pendingDs = null
    const { cards, links, comments, header } = this.#touched
    const change = {
      cards: settle(this.#cards, cards as Set<CardId>, cardsOf(this.doc), readCard),
      links: settle(this.#links, links as Set<LinkId>, linksOf(this.doc), readLink),
      comments: settle(this.#comments, comments as Set<CommentId>, commentsOf(this.doc), readComment),
      header: this.#settleHeader(header),
      wentBack: header.has(HEADER.wentBack) ? wentBackOf(this.doc) : null,
      agreement: header.has(HEADER.agreement) ? agreementMarkOf(this.doc) : null,
    }
    for (const ids of Object.values(this.#touched)) ids.clear()
    return change
  }

  /** A card as it stands now, be it in the trash. */
  card(id: CardId): Card | null {
    return this.#cards.get(id) ?? null
  }

  #settleHeader(touched: ReadonlySet<string>): BoardChange['header'] {
    if (touched.size === 0) return null
    const before = this.#header
    this.#header = readHeader(this.doc)
    return { before, after: this.#header }
  }
}

/** The ids of the records that events of a root are about. */
function noteIds(events: readonly Y.YEvent<Y.AbstractType<unknown>>[], ids: Set<string>): void {
  for (const event of events)
    if (event.path.length > 0) ids.add(String(event.path[0]))
    else if (event instanceof Y.YMapEvent) for (const id of event.keysChanged) ids.add(String(id))
}

function settle<Id extends string, T>(
  known: Map<Id, T>,
  touched: ReadonlySet<Id>,
  records: Y.Map<YRecord>,
  read: (id: string, record: YRecord) => T | null,
): Change<Id, T>[] {
  return [...touched].flatMap((id) => {
    const before = known.get(id) ?? null
    const record = records.get(id)
    const after = record === undefined ? null : read(id, record)
    if (after) known.set(id, after)
    else known.delete(id)
    return before || after ? { id, before, after } : []
  })
}
