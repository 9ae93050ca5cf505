import { monthOf, type IsoDate } from '../../dates.ts'
import type { CardId, LinkId } from '../../ids.ts'
import { groupedBy } from '../grouped-by.ts'
import { isImmaterial, isMaterial } from '../members.ts'
import type { Action, Plan } from '../plan.ts'

/** The months, both included, in which a service runs and has no place to run in. */
export interface WithoutPlace {
  readonly from: number
  readonly to: number
  /** The works it waits for; none when nothing prepares a place for it at all (INT-3). */
  readonly because: readonly CardId[]
}

export interface ScheduleRow {
  readonly action: Action
  readonly withoutPlace: WithoutPlace | null
  /** Some of it lies before the programme begins, or after it ends (SE-4). */
  readonly outside: boolean
}

/** A finish-start pair; `excused`: an overlap with a reason on the link; `unknown`: a date is missing. */
export type PairState = 'agrees' | 'overlaps' | 'excused' | 'unknown'

export interface ScheduleArrow {
  readonly link: LinkId
  readonly from: CardId
  readonly to: CardId
  readonly state: PairState
  readonly reason: string
}

export interface Schedule {
  /** Months of the programme's period, both included. */
  readonly window: { readonly from: number; readonly to: number }
  /** Whole years that hold the window and every dated action. */
  readonly extent: { readonly from: number; readonly to: number }
  /** Interventions in reading order, then the actions outside any (`null`). */
  readonly groups: readonly { readonly intervention: CardId | null; readonly rows: readonly ScheduleRow[] }[]
  readonly arrows: readonly ScheduleArrow[]
}

/** The actions in time. Months are numbers (`monthOf`), dates stay on the actions. */
export function scheduleOf(plan: Pick<Plan, 'programme' | 'interventions' | 'actions'>): Schedule {
  const { period } = plan.programme
  const actions = new Map(plan.actions.map((action) => [action.id, action]))
  const arrows = plan.actions.flatMap((action) =>
    action.enables.flatMap(({ link, action: to, reason }) => {
      const target = actions.get(to)
      return target ? [{ link, from: action.id, to, reason, state: stateOf(action, target, reason) }] : []
    }),
  )
  const arriving = groupedBy(arrows, ({ to }) => [to])
  const window = { from: monthOf(period.start), to: monthOf(period.end) }
  const rowOf = (action: Action): ScheduleRow => ({
    action,
    withoutPlace: withoutPlace(action, arriving.get(action.id) ?? [], actions),
    outside: [action.start, action.end].some(
      (date) => date !== null && (date < period.start || date > period.end),
    ),
  })
  const byIntervention = groupedBy(plan.actions, ({ intervention }) => [intervention])
  const known = new Set(plan.interventions.map(({ id }) => id))
  const loose = plan.actions.filter(({ intervention }) => intervention === null || !known.has(intervention))
  const groups = [
    ...plan.interventions.map(({ id }) => ({
      intervention: id,
      rows: (byIntervention.get(id) ?? []).map(rowOf),
    })),
    { intervention: null, rows: loose.map(rowOf) },
  ].filter(({ rows }) => rows.length > 0)
  return { window, extent: extentOf(plan.actions, window), groups, arrows }
}

function stateOf(from: Action, to: Action, reason: string): PairState {
  if (from.end === null || to.start === null) return 'unknown'
  if (from.end <= to.start) return 'agrees'
  return reason === '' ? 'overlaps' : 'excused'
}

/** As SE-3 and INT-3 see it; from its first month to the end of the last works it waits for, or its own. */
function withoutPlace(
  service: Action,
  arriving: readonly ScheduleArrow[],
  actions: ReadonlyMap<CardId, Action>,
): WithoutPlace | null {
  if (!isImmaterial(service) || service.start === null) return null
  const from = monthOf(service.start)
  const own = monthOf(latest(service.start, service.end))
  const preparing = arriving.flatMap((arrow) => {
    const action = actions.get(arrow.from)
    return action && !isImmaterial(action) ? [{ arrow, action }] : []
  })
  if (service.needsPlace && preparing.length === 0) return { from, to: own, because: [] }
  const late = preparing.filter(({ arrow, action }) => arrow.state === 'overlaps' && isMaterial(action))
  const ready = late.reduce((last, { action }) => latest(last, action.end), service.start)
  if (late.length === 0) return null
  return { from, to: Math.min(own, monthOf(ready)), because: late.map(({ action }) => action.id) }
}

const latest = (date: IsoDate, other: IsoDate | null): IsoDate =>
  other !== null && other > date ? other : date

/** A date that is a slip of the pen ("3019") does not make the drawing a thousand years wide. */
const MOST_BEYOND = 120

function extentOf(actions: readonly Action[], window: Schedule['window']): Schedule['extent'] {
  let { from, to } = window
  for (const { start, end } of actions)
    for (const date of [start, end]) {
      if (date === null) continue
      const month = monthOf(date)
      from = Math.max(Math.min(from, month), window.from - MOST_BEYOND)
      to = Math.min(Math.max(to, month), window.to + MOST_BEYOND)
    }
  return { from: from - (from % 12), to: to - (to % 12) + 11 }
}
