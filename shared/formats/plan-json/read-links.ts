import type { Card } from '../../board/card.ts'
import { brokenCycles } from '../../board/cycles.ts'
import { fits, isLinkKind, linkFrom, type Link } from '../../board/link.ts'
import { LIMITS, LINK } from '../../board/schema.ts'
import { newId, type LinkId } from '../../ids.ts'
import { lost, type Trouble } from '../incoming/trouble.ts'
import { centsIn, codeIn, objectsIn, textIn, valueIn, type Json } from './json.ts'

/** The links of a plan; what a link of money, of an axis or of a partner carries stands in parts of its own. */
export function readPlanLinks(plan: Json, cards: ReadonlyMap<string, Card>, troubles: Trouble[]): Link[] {
  const axes = new Map(objectsIn(plan, 'actions').map((one) => [textIn(one, 'id'), objectsIn(one, 'axes')]))
  const carried = carriedByLink(plan, axes)
  const objectives = objectivesIn(axes)
  const links = new Map<string, Link>()
  for (const [at, one] of objectsIn(plan, 'links').entries()) {
    const where = { field: `/links/${at}` }
    if (links.size >= LIMITS.links) {
      troubles.push(lost('tooManyRows', where, String(LIMITS.links)))
      break
    }
    const [kind, from, to] = [valueIn(one, 'kind'), textIn(one, 'from'), textIn(one, 'to')]
    const [first, second] = [cards.get(from)?.kind, cards.get(to)?.kind]
    if (!first || !second) {
      troubles.push(lost('noSuchCard', where, first ? to : from))
      continue
    }
    if (!isLinkKind(kind) || from === to || !fits(kind, first, second)) {
      troubles.push(lost('wrongPair', where, typeof kind === 'string' ? kind : ''))
      continue
    }
    const given = textIn(one, 'id')
    const id = given === '' || links.has(given) ? newId<LinkId>() : given
    const objective =
      kind === 'programmedUnder' ? { specificObjective: objectives.get(`${from} ${to}`)?.shift() } : undefined
    const values: Json = {
      ...(carried.get(given) ?? {}),
      ...objective,
      reason: valueIn(one, 'reason'),
      [LINK.kind]: kind,
      [LINK.from]: from,
      [LINK.to]: to,
    }
    const link = linkFrom(id, (key) => values[key])
    if (link) links.set(id, link)
  }
  for (const id of brokenCycles([...links.values()])) links.delete(id)
  return [...links.values()]
}

type Axes = ReadonlyMap<string, readonly Json[]>

function carriedByLink(plan: Json, axes: Axes): ReadonlyMap<string, Json> {
  const carried = new Map<string, Json>()
  for (const row of objectsIn(plan, 'budget'))
    carried.set(textIn(row, 'link'), {
      cents: centsIn(row, 'amount'),
      axis: axisCard(axes.get(textIn(row, 'action')), codeIn(row, 'axis')),
      ...(objectsIn(row, 'years').length > 0 && {
        years: Object.fromEntries(
          objectsIn(row, 'years').map((one) => [textIn(one, 'year'), centsIn(one, 'amount')]),
        ),
      }),
    })
  for (const subject of objectsIn(plan, 'subjects'))
    for (const one of objectsIn(subject, 'commitments'))
      carried.set(textIn(one, 'link'), {
        role: valueIn(one, 'role'),
        commitment: valueIn(one, 'commitment'),
        value: textIn(one, 'value') || undefined,
        cents: centsIn(one, 'amount'),
        state: valueIn(one, 'state'),
      })
  return carried
}

/** The axis of an amount needs saying only where the action stands under several. */
const axisCard = (axes: readonly Json[] = [], code: string | undefined): string | undefined =>
  axes.length < 2 || code === undefined
    ? undefined
    : textIn(axes.find((axis) => codeIn(axis, 'axis') === code) ?? {}, 'card') || undefined

/** For each action and axis card, the objectives of the links between them, in their order. */
function objectivesIn(axes: Axes): ReadonlyMap<string, (string | undefined)[]> {
  const objectives = new Map<string, (string | undefined)[]>()
  for (const [action, own] of axes)
    for (const axis of own) {
      const key = `${action} ${textIn(axis, 'card')}`
      objectives.set(key, [...(objectives.get(key) ?? []), codeIn(axis, 'specificObjective')])
    }
  return objectives
}
