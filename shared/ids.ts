import { uint32 } from 'lib0/random'

declare const brand: unique symbol
type Branded<T extends string> = string & { readonly [brand]: T }

export type BoardId = Branded<'board'>
export type CardId = Branded<'card'>
export type LinkId = Branded<'link'>
export type CommentId = Branded<'comment'>
export type ParticipantId = Branded<'participant'>

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * A fresh identifier: 12 characters of Crockford base 32 (60 bits). Works on plain-http pages, because lib0
 * asks `crypto.getRandomValues`, which needs no secure context.
 */
export function newId<T extends string>(): T {
  let id = ''
  for (let half = 0; half < 2; half++) {
    let bits = uint32()
    for (let i = 0; i < 6; i++) {
      id += ALPHABET[bits & 31]
      bits >>>= 5
    }
  }
  return id as T
}
