import type * as Y from 'yjs'
import { boardFrom, readHeader, type Board } from '../../shared/board/board.ts'
import { readCard, type Card } from '../../shared/board/card.ts'
import { readLink, type Link } from '../../shared/board/link.ts'
import { cardsOf, linksOf, type YRecord } from '../../shared/board/schema.ts'
import { idsOf } from '../board/ids-of.ts'

/** Reads a document again and again as `boardOf` does, but of its records only those that changed. */
export class BoardReader {
  readonly #cards: RecordReader<Card>
  readonly #links: RecordReader<Link>

  constructor(private readonly doc: Y.Doc) {
    this.#cards = new RecordReader(cardsOf(doc), readCard)
    this.#links = new RecordReader(linksOf(doc), readLink)
  }

  read(): Board {
    return boardFrom(readHeader(this.doc), this.#cards.read(), this.#links.read())
  }

  /** Gives the memory back: the next reading reads all. */
  forget(): void {
    this.#cards.forget()
    this.#links.forget()
  }
}

/** The values of a root in the order of their ids, kept until their record changes. */
class RecordReader<T> {
  readonly #values = new Map<string, T | null>()
  #order: readonly string[] | null = null

  constructor(
    private readonly root: Y.Map<YRecord>,
    private readonly parse: (id: string, record: YRecord) => T | null,
  ) {
    root.observeDeep((events) => {
      for (const id of idsOf(events as Y.YEvent<Y.Map<unknown>>[], root)) this.#values.delete(id)
      if (events.some(({ path }) => path.length === 0)) this.#order = null
    })
  }

  read(): T[] {
    this.#order ??= [...this.root.keys()].sort()
    return this.#order.flatMap((id) => this.#valueOf(id) ?? [])
  }

  forget(): void {
    this.#values.clear()
    this.#order = null
  }

  #valueOf(id: string): T | null {
    let value = this.#values.get(id)
    if (value === undefined) {
      const record = this.root.get(id)
      value = record ? this.parse(id, record) : null
      this.#values.set(id, value)
    }
    return value
  }
}
