import { decimalOf, type Cents } from '../../money.ts'
import type { Action, Intervention, Need, Fate } from '../../plan/plan.ts'
import type { Authors } from '../format.ts'
import type { Codes } from './codes.ts'

/** What is asked for, by whom, and what became of it. */
export const needPart = (need: Need, authors: Authors) => ({
  id: need.id,
  title: need.title,
  text: need.text,
  source: need.source,
  author: authorOf(need, authors),
  places: need.places,
  targetGroups: need.targetGroups,
  fate: fatePart(need.fate),
  merged: need.merged,
})

export const interventionPart = (intervention: Intervention, codes: Codes) => ({
  id: intervention.id,
  title: intervention.title,
  summary: intervention.summary,
  actions: intervention.actions,
  axes: intervention.axes.map(codes.axis),
  sources: intervention.funds.map(codes.source),
  places: intervention.places,
  targetGroups: intervention.targetGroups,
  arrangements: intervention.arrangements,
  declared: intervention.declared.map(({ label, cents, programme }) => ({
    label,
    amount: decimalOf(cents),
    programme: programme ?? null,
  })),
  spaces: intervention.spaces,
  total: decimalOf(intervention.totalCents),
  cost: decimalOf(intervention.costCents),
  toCover: decimalOf(intervention.toCoverCents),
  context: decimalOf(intervention.contextCents),
  needs: intervention.needs,
  partners: intervention.partners,
})

export const actionPart = (action: Action, codes: Codes) => ({
  id: action.id,
  code: action.operationCode,
  cup: action.cup,
  title: action.title,
  summary: action.summary,
  intervention: action.intervention,
  nature: action.nature,
  designLevel: action.designLevel,
  start: action.start,
  end: action.end,
  sameOperationAs: action.sameOperationAs,
  needsPlace: action.needsPlace,
  places: action.places,
  targetGroups: action.targetGroups,
  themes: action.themes,
  inferred: action.inferred,
  axes: action.axes.map((axis) => ({
    card: axis.card,
    title: axis.title,
    axis: axis.code === null ? null : codes.axis(axis.code),
    specificObjective: axis.specificObjective === null ? null : codes.objective(axis.specificObjective),
  })),
  needs: action.needs,
  cost: amountOrNull(action.costCents),
  funded: decimalOf(action.fundedCents),
  toCover: decimalOf(action.toCoverCents),
})

export const amountOrNull = (cents: Cents | null): string | null => (cents === null ? null : decimalOf(cents))

function authorOf(need: Need, authors: Authors) {
  const author = authors.get(need.id)
  return author ? { name: author.name, organisation: author.organisation, at: author.at } : null
}

function fatePart(fate: Fate) {
  if (fate.kind !== 'financed') return fate
  const { cents, ...rest } = fate
  return { ...rest, amount: decimalOf(cents) }
}
