import { fromBase64, toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import { cardsOf } from '../../shared/board/schema.ts'
import type { CardId } from '../../shared/ids.ts'

/** A place in a text that several people write: it stays behind the same letter, whatever is written around it. */
export type Anchor = string

export type TextField = 'title' | 'body'

/** The title or the body of a card as the document has it, for those who keep a place in it. */
export class TextLink {
  constructor(
    private readonly doc: Y.Doc,
    private readonly card: CardId,
    private readonly field: TextField,
  ) {}

  /** The place before the letter at `index`, behind the one to its left; null while there is no shared text. */
  anchor(index: number): Anchor | null {
    const text = this.#text
    if (!text) return null
    const at = Math.max(0, Math.min(index, text.length))
    return toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, at, -1)))
  }

  /** Where a place is now; null when it is in another text, or no place at all: it may come from the wire. */
  index(anchor: Anchor): number | null {
    const text = this.#text
    if (!text) return null
    try {
      const place = Y.decodeRelativePosition(fromBase64(anchor))
      const found = Y.createAbsolutePositionFromRelativePosition(place, this.doc)
      return found?.type === text ? found.index : null
    } catch {
      return null
    }
  }

  get #text(): Y.Text | null {
    const text = cardsOf(this.doc).get(this.card)?.get(this.field)
    return text instanceof Y.Text ? text : null
  }
}
