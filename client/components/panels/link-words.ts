import type { Card, Kind } from '../../../shared/board/card.ts'
import type { ChangeRefusal } from '../../../shared/board/commands/change-link.ts'
import type { LinkRefusal } from '../../../shared/board/commands/link-cards.ts'
import { ENDS, jointsBetween, type Joint, type LinkKind } from '../../../shared/board/link.ts'
import { kindLabel, linkWord } from '../../board/kinds.ts'
import { m } from '../../paraglide/messages.js'

/** Why a link was not made or changed, and which pairs it can join. */
export function refusalSentence(reason: LinkRefusal | ChangeRefusal, kind: LinkKind): string {
  switch (reason) {
    case 'wrongPair':
      return pairsSentence(kind)
    case 'sameCard':
      return m.link_refused_same()
    case 'missingCard':
      return m.link_refused_missing()
    case 'missingLink':
      return m.link_gone()
    case 'existed':
      return m.relink_existed()
    case 'circle':
      return m.link_refused_circle()
    case 'boardFull':
      return m.link_refused_full()
  }
}

/** "«risponde a» va da un’azione a un bisogno." */
export function pairsSentence(kind: LinkKind): string {
  const ends = ENDS[kind]
  if (ends === null) return m.link_pairs_any({ link: linkWord(kind) })
  const names = (kinds: readonly Kind[]): string =>
    kinds.map(kindLabel).join(` ${m.or_word()} `).toLowerCase()
  return m.link_pairs({ link: linkWord(kind), from: names(ends.from), to: names(ends.to) })
}

/** A possible link as the three parts of a sentence: "Portinerie", "abilita", "Servizi". */
export function jointWords(
  joint: Joint,
  first: Card,
  second: Card,
): readonly [from: string, word: string, to: string] {
  const [from, to] = joint.reversed ? [second, first] : [first, second]
  return [from.title || m.untitled(), linkWord(joint.kind), to.title || m.untitled()]
}

/** Every way to join two cards: of two actions either may enable the other. */
export const waysBetween = (first: Card, second: Card): Joint[] =>
  jointsBetween(first, second).flatMap((joint) =>
    joint.kind === 'enables' ? [joint, { ...joint, reversed: !joint.reversed }] : [joint],
  )
