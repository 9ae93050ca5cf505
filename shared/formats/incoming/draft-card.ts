import { cardFrom, type Card, type Kind } from '../../board/card.ts'
import { CARD, LIMITS } from '../../board/schema.ts'
import type { CardId } from '../../ids.ts'

export interface Draft {
  readonly card: Card
  /** The text was longer than a card holds. */
  readonly cut: boolean
}

/**
 * A card read from a file, not placed yet. A title that is too long goes on in the text; of a text that is too long the rest is
 * left out, and said to be. `most` is how many times the interface's limit a record may hold.
 */
export function draftCard(
  kind: Kind,
  id: CardId,
  texts: { readonly title: string; readonly body: string },
  fields: Readonly<Record<string, unknown>>,
  most: 1 | 2 = 1,
): Draft {
  const [title, rest] = splitTitle(texts.title, LIMITS.title * most, most === 1)
  const body = [rest, texts.body].filter((part) => part !== '').join('\n')
  const values: Readonly<Record<string, unknown>> = {
    ...fields,
    [CARD.kind]: kind,
    [CARD.at]: [0, 0],
    [CARD.title]: title,
    [CARD.body]: body.slice(0, LIMITS.body * most),
  }
  const card = cardFrom(id, (key) => values[key])
  if (!card) throw new Error(`${kind} is no kind of card`)
  return { card, cut: body.length > LIMITS.body * most }
}

/** Cuts at the last space before the limit; what people write in a table ends its title with the first line. */
function splitTitle(text: string, limit: number, firstLine: boolean): [title: string, rest: string] {
  const line = firstLine ? text.search(/[\r\n]/) : -1
  if (line >= 0 && line <= limit) return [text.slice(0, line).trim(), text.slice(line).trim()]
  if (text.length <= limit) return [text, '']
  const space = text.lastIndexOf(' ', limit)
  const at = space > limit / 2 ? space : limit
  return [text.slice(0, at).trim(), text.slice(at).trim()]
}
