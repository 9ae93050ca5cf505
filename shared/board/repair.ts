import * as Y from 'yjs'
import { newId, type CardId } from '../ids.ts'
import { CARD_KINDS, readCard, textOf } from './card.ts'
import { REPAIR, type Origin } from './origin.ts'
import { CARD, CARD_SIZE, cardsOf, LIMITS, LINK, isRecord, linksOf, type YRecord } from './schema.ts'

/** One thing to put right. Only what can never become sound again is repaired; the rest is left to the reading. */
export type Fix =
  | { readonly kind: 'dropLink'; readonly link: string }
  | { readonly kind: 'leaveFrame'; readonly card: string }
  | { readonly kind: 'standAlone'; readonly card: string }
  | { readonly kind: 'moveExcess'; readonly card: string; readonly key: 'title' | 'body' }

/**
 * What concurrent edits left behind: links whose card is gone for good, membership of a frame that is gone, merges
 * into a need that is gone, texts that two people's typing brought over twice the limit. Cards in the trash are not
 * gone: restoring one must bring its links back. Unknown kinds of a newer version are never touched.
 */
export function fixesFor(doc: Y.Doc): Fix[] {
  const cards = cardsOf(doc)
  const fixes: Fix[] = []
  for (const [id, record] of linksOf(doc).entries()) {
    if (!isRecord(record)) continue
    const ends = [record.get(LINK.from), record.get(LINK.to)]
    if (ends.every((end) => typeof end === 'string') && !ends.every((end) => cards.has(end as string)))
      fixes.push({ kind: 'dropLink', link: id })
  }
  for (const [id, record] of cards.entries()) {
    if (!isRecord(record)) continue
    const frame = record.get('intervention')
    if (typeof frame === 'string' && !cards.has(frame)) fixes.push({ kind: 'leaveFrame', card: id })
    const merged = record.get('mergedInto')
    if (typeof merged === 'string' && !cards.has(merged)) fixes.push({ kind: 'standAlone', card: id })
    for (const key of [CARD.title, CARD.body] as const)
      if (textOf(record.get(key)).length > 2 * LIMITS[key]) fixes.push({ kind: 'moveExcess', card: id, key })
  }
  return fixes
}

/**
 * Writes the fixes as one transaction and returns how many there were. Run by the server alone, on a board at rest:
 * if every client repaired, each would move the same excess text once.
 */
export function repair(doc: Y.Doc, origin: Origin = REPAIR): number {
  const fixes = fixesFor(doc)
  if (fixes.length > 0) doc.transact(() => fixes.forEach((fix) => apply(doc, fix)), origin)
  return fixes.length
}

function apply(doc: Y.Doc, fix: Fix): void {
  const cards = cardsOf(doc)
  switch (fix.kind) {
    case 'dropLink':
      linksOf(doc).delete(fix.link)
      return
    case 'leaveFrame':
      cards.get(fix.card)?.delete('intervention')
      return
    case 'standAlone':
      cards.get(fix.card)?.delete('mergedInto')
      return
    case 'moveExcess':
      return moveExcess(cards, fix.card, fix.key)
  }
}

/** Nothing typed is lost: what is too long for a title opens the body; what is too long for a body fills new notes. */
function moveExcess(cards: Y.Map<YRecord>, id: string, key: 'title' | 'body'): void {
  const record = cards.get(id)
  if (!record) return
  const excess = cut(record, key, LIMITS[key])
  if (key === CARD.title) {
    const body = record.get(CARD.body)
    if (body instanceof Y.Text) body.insert(0, `${excess}\n`)
    else record.set(CARD.body, new Y.Text(`${excess}\n${textOf(body)}`))
    return
  }
  const card = readCard(id, record)
  const [x, y] = card?.at ?? [0, 0]
  for (let from = 0, n = 1; from < excess.length; from += LIMITS.body, n++) {
    const note = new Y.Map<unknown>()
    cards.set(newId<CardId>(), note)
    note.set(CARD.kind, CARD_KINDS[CARD_KINDS.length - 1])
    note.set(CARD.at, [x + 16 * n, y + CARD_SIZE[1] + 16 * n])
    note.set(CARD.title, new Y.Text(textOf(record.get(CARD.title)).slice(0, LIMITS.title)))
    note.set(CARD.body, new Y.Text(excess.slice(from, from + LIMITS.body)))
  }
}

function cut(record: YRecord, key: string, limit: number): string {
  const value = record.get(key)
  const whole = textOf(value)
  // Never between the two halves of one character.
  const at = /[\uD800-\uDBFF]/.test(whole[limit - 1] ?? '') ? limit - 1 : limit
  if (value instanceof Y.Text) value.delete(at, value.length - at)
  else record.set(key, new Y.Text(whole.slice(0, at)))
  return whole.slice(at)
}
