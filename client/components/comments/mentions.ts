import type { ParticipantId } from '../../../shared/ids.ts'

/** Somebody who can be called by name. */
export interface Named {
  readonly id: ParticipantId
  readonly name: string
  readonly organisation: string
  readonly colour: string
}

/** What somebody is typing after an @, and where the @ stands; null when the caret is at no name. */
export function nameBeingTyped(
  text: string,
  caret: number,
): { readonly at: number; readonly typed: string } | null {
  const at = text.lastIndexOf('@', caret - 1)
  if (at < 0 || (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] ?? ''))) return null
  const typed = text.slice(at + 1, caret)
  return /^[\p{L}\p{N}'’.-]*( [\p{L}\p{N}'’.-]*)?$/u.test(typed) ? { at, typed } : null
}

/** Those whose name, or a word of it, begins with what was typed; accents and capitals do not count. */
export function answering<Someone extends Named>(typed: string, people: readonly Someone[]): Someone[] {
  const wanted = plain(typed)
  return people.filter(
    ({ name }) =>
      plain(name).startsWith(wanted) ||
      plain(name)
        .split(' ')
        .some((word) => word.startsWith(wanted)),
  )
}

/** The text with a name put where it was being typed, and where the caret goes. */
export function withName(
  text: string,
  at: number,
  caret: number,
  name: string,
): { readonly text: string; readonly caret: number } {
  const called = `@${name} `
  const rest = text.slice(caret).replace(/^ /, '')
  return { text: text.slice(0, at) + called + rest, caret: at + called.length }
}

/** Those who are called by name in a text. */
export function calledIn(text: string, people: readonly Named[]): ParticipantId[] {
  const parts = partsOf(
    text,
    people.map(({ name }) => name),
  )
  const called = new Set(parts.filter((part) => part.called).map((part) => part.text.slice(1)))
  return people.filter(({ name }) => called.has(name)).map(({ id }) => id)
}

/** A text in parts: names that are called, and what stands between. Longer names are looked for first. */
export function partsOf(
  text: string,
  names: readonly string[],
): { readonly text: string; readonly called: boolean }[] {
  const known = names.filter(Boolean).sort((a, b) => b.length - a.length)
  if (known.length === 0) return [{ text, called: false }]
  const escaped = known.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const calls = new RegExp(`(@(?:${escaped.join('|')})(?![\\p{L}\\p{N}]))`, 'u')
  return text
    .split(calls)
    .map((part, i) => ({ text: part, called: i % 2 === 1 }))
    .filter((part) => part.text !== '')
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
