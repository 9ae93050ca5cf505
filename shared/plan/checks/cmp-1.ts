import type { CardId } from '../../ids.ts'
import { search, type Act } from '../act.ts'
import { fails, holds } from '../answers.ts'
import type { Answer, Check } from '../check.ts'
import { groupedBy } from '../grouped-by.ts'
import { joinedCards } from '../joined-cards.ts'
import { meetingsOf, type Meeting, type Part } from '../meetings.ts'
import { unionOfTags } from '../tags.ts'
import { listed, namesOf, quotedWord } from '../wording.ts'

/**
 * "Programmi che intervengono sugli stessi target e sullo stesso territorio": actions and contexts for the same people in
 * the same place know of each other. One intervention, or links that lead from one to the other, join them.
 */
export const cmp1: Check = {
  id: 'CMP-1',
  title: {
    it: 'Chi lavora per le stesse persone nello stesso posto è collegato',
    en: 'What serves the same people in the same place is linked',
  },
  run(plan) {
    const joined = joinedCards(plan)
    const meetings = meetingsOf(plan).filter(({ parts }) => parts.length > 1 && parts.some(isAction))
    const apart = meetings.filter(({ parts }) => new Set(parts.map(({ id }) => joined.get(id))).size > 1)
    if (apart.length > 0) return sameParts(apart).map((meeting) => answerFor(meeting, joined))
    if (meetings.length === 0) return []
    const cards = [...new Set(meetings.flatMap(({ parts }) => parts.map(({ id }) => id)))]
    return [
      holds(
        { intervention: null, cards },
        {
          it: 'Ciò che serve le stesse persone nello stesso posto è collegato.',
          en: 'What serves the same people in the same place is linked.',
        },
      ),
    ]
  },
}

const isAction = ({ kind }: Part): boolean => kind === 'action'

/** The same cards meet once, whatever number of places and groups they share. */
function sameParts(meetings: readonly Meeting[]): Meeting[] {
  const byCards = groupedBy(meetings, ({ parts }) => [parts.map(({ id }) => id).join()])
  return [...byCards.values()].map((same) => ({
    places: unionOfTags(same.map((meeting) => meeting.places)),
    groups: unionOfTags(same.map((meeting) => meeting.groups)),
    parts: same[0]?.parts ?? [],
  }))
}

function answerFor({ places, groups, parts }: Meeting, joined: ReadonlyMap<CardId, CardId>): Answer {
  const islands = [...groupedBy(parts, ({ id }) => [joined.get(id)]).values()]
  const names = namesOf(islands.flatMap(([first]) => first ?? []))
  const [where, whom] = [places, groups].map((tags) => listed(tags.map(quotedWord)))
  const [first] = parts
  const together = parts.every(
    ({ kind, intervention }) => kind === 'context' || intervention === first?.intervention,
  )
  return fails(
    { intervention: together ? (first?.intervention ?? null) : null, cards: parts.map(({ id }) => id) },
    {
      it: `A ${where?.it ?? ''} per ${whom?.it ?? ''} lavorano senza essere collegati: ${names.it}.`,
      en: `In ${where?.en ?? ''} for ${whom?.en ?? ''} these work without a link: ${names.en}.`,
    },
    {
      it: 'Collegali come complementari, o mettili nello stesso intervento.',
      en: 'Link them as complementary, or put them into one intervention.',
    },
    linkOf(islands),
  )
}

/** Two that stand apart can be linked at once; among more of them people choose. */
function linkOf(islands: readonly (readonly Part[])[]): Act | undefined {
  const actions = islands.flatMap(([first]) => (first && isAction(first) ? [first] : []))
  const [from] = actions
  if (!from) return undefined
  const others = islands.flatMap(([first]) => (first && first !== from ? [first] : []))
  const [to, ...more] = others
  return to && more.length === 0
    ? { kind: 'link', link: 'complements', from: from.id, to: to.id }
    : search(from.id, 'complements', 'either')
}
