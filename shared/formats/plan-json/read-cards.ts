import type { Card, Kind } from '../../board/card.ts'
import { LIMITS } from '../../board/schema.ts'
import { newId, type CardId } from '../../ids.ts'
import { draftCard } from '../incoming/draft-card.ts'
import { kept, lost, type Trouble } from '../incoming/trouble.ts'
import { tagKey } from '../../plan/tags.ts'
import { groupedBy } from '../../plan/grouped-by.ts'
import { centsIn, codeIn, isObject, listIn, objectsIn, textIn, valueIn, type Json } from './json.ts'

/** The cards of a plan, by its ids. `part` names where each stands in the file, for what is wrong in it. */
export function readPlanCards(plan: Json, troubles: Trouble[]): ReadonlyMap<string, Card> {
  const cards = new Map<string, Card>()
  const rest: Rest = {
    programme: programmeOf(plan),
    actions: new Map(objectsIn(plan, 'actions').map((action) => [action['id'] as unknown, action])),
    indicators: byAction(plan, 'indicators'),
    classifications: byAction(plan, 'classifications'),
  }
  for (const [part, kind, read] of PARTS)
    for (const [at, one] of objectsIn(plan, part).entries()) {
      if (cards.size >= LIMITS.cards) {
        troubles.push(lost('tooManyRows', { field: `/${part}/${at}` }, String(LIMITS.cards)))
        return cards
      }
      const given = textIn(one, 'id')
      const id = given === '' || cards.has(given) ? newId<CardId>() : given
      const { fields, ...texts } = read(one, rest)
      const { card, cut } = draftCard(kind, id as CardId, texts, fields, 2)
      const place = `/${part}/${at}`
      if (cut) troubles.push(lost('cut', { field: place }, String(2 * LIMITS.body)))
      for (const key of Object.keys(fields))
        if (fields[key] !== undefined && !(key in card))
          troubles.push(kept('wrongType', { field: place }, `${place}: ${key}`))
      cards.set(id, card)
    }
  return cards
}

interface Draft {
  readonly title: string
  readonly body: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** What cards take from other parts of the file. */
interface Rest {
  readonly programme: string
  readonly actions: ReadonlyMap<unknown, Json>
  readonly indicators: ReadonlyMap<string, readonly Json[]>
  readonly classifications: ReadonlyMap<string, readonly Json[]>
}

const draft = (title: string, body: string, fields: Draft['fields']): Draft => ({ title, body, fields })

const tagged = (json: Json): Draft['fields'] => ({
  places: filled(json, 'places'),
  targetGroups: filled(json, 'targetGroups'),
})

/** A plan says of an intervention its own words and those of its actions: its card has the first. */
function ownTags(one: Json, actions: readonly Json[]): Draft['fields'] {
  const own = (key: string): unknown => {
    const tags = actions.flatMap((action) => listIn(action, key))
    const theirs = new Set(tags.flatMap((tag) => (typeof tag === 'string' ? tagKey(tag) : [])))
    const left = listIn(one, key).filter((tag) => typeof tag !== 'string' || !theirs.has(tagKey(tag)))
    return left.length === 0 ? undefined : left
  }
  return { places: own('places'), targetGroups: own('targetGroups') }
}

/** An empty list is what a plan says where a card says nothing. */
function filled(json: Json, key: string): unknown {
  const value = valueIn(json, key)
  return Array.isArray(value) && value.length === 0 ? undefined : value
}

const said = (json: Json, key: string): unknown => {
  const value = valueIn(json, key)
  return value === '' ? undefined : value
}

const PARTS: readonly (readonly [part: string, kind: Kind, read: (one: Json, rest: Rest) => Draft])[] = [
  [
    'interventions',
    'intervention',
    (one, { actions }) => {
      const arrangements = one['arrangements']
      const arranged = isObject(arrangements) ? arrangements : {}
      return draft(textIn(one, 'title'), textIn(one, 'summary'), {
        ...ownTags(
          one,
          listIn(one, 'actions').flatMap((id): Json[] => {
            const action = actions.get(id)
            return action ? [action] : []
          }),
        ),
        spaces: valueIn(one, 'spaces'),
        arrangementDesign: said(arranged, 'design'),
        arrangementRecipients: said(arranged, 'recipients'),
        arrangementTiming: said(arranged, 'timing'),
        ...(objectsIn(one, 'declared').length > 0 && {
          declared: objectsIn(one, 'declared').map((sum) => ({
            label: textIn(sum, 'label'),
            cents: centsIn(sum, 'amount'),
            programme: valueIn(sum, 'programme'),
          })),
        }),
      })
    },
  ],
  [
    'actions',
    'action',
    (one, { indicators, classifications }) => {
      const id = textIn(one, 'id')
      return draft(textIn(one, 'title'), textIn(one, 'summary'), {
        ...tagged(one),
        intervention: valueIn(one, 'intervention'),
        nature: valueIn(one, 'nature'),
        designLevel: valueIn(one, 'designLevel'),
        start: valueIn(one, 'start'),
        end: valueIn(one, 'end'),
        costCents: centsIn(one, 'cost'),
        operationCode: valueIn(one, 'code'),
        sameOperationAs: valueIn(one, 'sameOperationAs'),
        cup: valueIn(one, 'cup'),
        needsPlace: one['needsPlace'] === true ? true : undefined,
        themes: filled(one, 'themes'),
        inferred: filled(one, 'inferred'),
        indicators: some(indicators.get(id), (row) => ({
          type: row['type'],
          code: codeIn(row, 'code'),
          label: row['label'],
          unit: valueIn(row, 'unit'),
          target: valueIn(row, 'target'),
        })),
        classifications: some(classifications.get(id), (row) => ({
          dimension: row['dimension'],
          code: codeIn(row, 'code'),
        })),
      })
    },
  ],
  ['axes', 'axis', (one) => draft(textIn(one, 'title'), '', { axis: codeIn(one, 'axis') })],
  [
    'funds',
    'fund',
    (one, { programme }) =>
      draft(textIn(one, 'title'), '', {
        fund: codeIn(one, 'source'),
        // A fund card says its programme only where it is another than the board's.
        programme: valueIn(one, 'programme') === programme ? undefined : valueIn(one, 'programme'),
        ceilingCents: centsIn(one, 'ceiling'),
        euRate: valueIn(one, 'euRate'),
      }),
  ],
  [
    'subjects',
    'partner',
    (one) =>
      draft(textIn(one, 'name'), '', {
        partnerType: valueIn(one, 'type'),
        taxCode: valueIn(one, 'taxCode'),
        runts: valueIn(one, 'runts'),
        sector: said(one, 'sector'),
      }),
  ],
  [
    'contexts',
    'context',
    (one) =>
      draft(textIn(one, 'title'), textIn(one, 'text'), {
        ...tagged(one),
        programme: said(one, 'programme'),
        cents: centsIn(one, 'amount'),
        operationCode: valueIn(one, 'operationCode'),
        themes: filled(one, 'themes'),
      }),
  ],
  [
    'needs',
    'need',
    (one) => {
      const fate = isObject(one['fate']) ? one['fate'] : {}
      return draft(textIn(one, 'title'), textIn(one, 'text'), {
        ...tagged(one),
        source: said(one, 'source'),
        mergedInto: fate['kind'] === 'merged' ? fate['into'] : undefined,
        notTakenUp: fate['kind'] === 'notTakenUp' ? fate['because'] : undefined,
      })
    },
  ],
]

const some = (rows: readonly Json[] | undefined, read: (row: Json) => unknown): unknown => rows?.map(read)

const byAction = (plan: Json, part: string): ReadonlyMap<string, readonly Json[]> =>
  groupedBy(objectsIn(plan, part), (row) => [textIn(row, 'action')])

const programmeOf = (plan: Json): string => {
  const head = plan['plan']
  return isObject(head) && isObject(head['programme']) ? textIn(head['programme'], 'id') : ''
}
