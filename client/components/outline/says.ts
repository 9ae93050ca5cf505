import type { CardId } from '../../../shared/ids.ts'
import { euro } from '../../../shared/money.ts'
import type { Action, Plan } from '../../../shared/plan/plan.ts'
import { fundName } from '../../../shared/programme/fund-name.ts'
import { italianDate } from '../../../shared/dates.ts'
import { m } from '../../paraglide/messages.js'
import { getLocale } from '../../paraglide/runtime.js'
import { fateSentence } from '../panels/fate.ts'
import { designLevelWord, natureWord, partnerTypeWord, sourceWord } from '../panels/words.ts'

/** What a row says of its card beside the title: its links in words, and the amount that stands at the right. */
export interface Says {
  readonly words: string
  readonly amount: string
}

const SILENT: Says = { words: '', amount: '' }
const NAMED = 3
const LONGEST = 60

/**
 * The words of every card of a plan, each put together when its row asks. Made anew for each plan: it holds the titles
 * and the actions by what they are linked to.
 */
export function saysOfPlan(plan: Plan): (id: CardId) => Says {
  const titles = new Map<CardId, string>()
  for (const list of [plan.interventions, plan.actions, plan.needs, plan.axes, plan.funds, plan.partners])
    for (const { id, title } of list) titles.set(id, title)
  const titleOf = (id: CardId): string => titles.get(id) || m.untitled()
  const read = new Map(plan.needs.map(({ id }, nth) => [id, nth]))
  const asRead = (a: CardId, b: CardId): number => (read.get(a) ?? 0) - (read.get(b) ?? 0)
  const speakers = new Map<CardId, () => Says>()
  const underAxis = groupBy(plan.actions, (action) => action.axes.map((axis) => axis.card))
  const ofPartner = groupBy(plan.actions, (action) => action.partners.map(({ partner }) => partner))

  for (const one of plan.interventions)
    speakers.set(one.id, () => ({
      words: joined([
        m.says_actions({ count: one.actions.length }),
        one.spaces !== null && m.says_spaces({ count: one.spaces }),
        one.toCoverCents > 0 && m.says_to_cover({ amount: euro(one.toCoverCents) }),
        ...one.places,
      ]),
      amount: one.totalCents > 0 ? euro(one.totalCents) : '',
    }))
  for (const action of plan.actions)
    speakers.set(action.id, () =>
      saysOfAction({ ...action, needs: [...action.needs].sort(asRead) }, plan, titleOf),
    )
  for (const need of plan.needs)
    speakers.set(need.id, () => ({
      words: joined([need.source, fateSentence(need.fate, titleOf), ...need.targetGroups, ...need.places]),
      amount: '',
    }))
  for (const axis of plan.axes) {
    const actions = underAxis.get(axis.id) ?? []
    const cents = plan.ledger.byAxis.find((row) => row.key === axis.code)?.cents ?? 0
    speakers.set(axis.id, () => ({
      words: joined([m.says_actions({ count: actions.length })]),
      amount: axis.code !== null && cents > 0 ? euro(cents) : '',
    }))
  }
  for (const fund of plan.funds)
    speakers.set(fund.id, () => ({
      words: joined([
        fund.source && sourceNotIn(fund.title, sourceWord(plan.programme, fund.source)),
        fund.ceilingCents !== null &&
          m.says_assigned_of({ amount: euro(fund.assignedCents), ceiling: euro(fund.ceilingCents) }),
      ]),
      amount: fund.assignedCents > 0 ? euro(fund.assignedCents) : '',
    }))
  for (const partner of plan.partners) {
    const actions = ofPartner.get(partner.id) ?? []
    speakers.set(partner.id, () => ({
      words: joined([
        partner.type && partnerTypeWord(partner.type),
        partner.sector,
        actions.length > 0 && m.says_commits({ list: listed(actions.map(({ id }) => titleOf(id))) }),
      ]),
      amount: '',
    }))
  }
  for (const context of plan.contexts)
    speakers.set(context.id, () => ({
      words: joined([context.programme, ...context.places, ...context.targetGroups]),
      amount: context.cents !== null ? euro(context.cents) : '',
    }))
  return (id) => speakers.get(id)?.() ?? SILENT
}

function saysOfAction(action: Action, plan: Plan, titleOf: (id: CardId) => string): Says {
  const axisWord = plan.programme.axisWord[getLocale()]
  const axes = action.axes.map(({ code, title, specificObjective }) =>
    [code === null ? title || m.untitled() : `${axisWord} ${code}`, specificObjective]
      .filter(Boolean)
      .join(', '),
  )
  const funds = action.funding.map(
    ({ source, fundTitle, cents }) =>
      `${source ? fundName(plan.programme, source)[getLocale()] : fundTitle || m.untitled()} ${euro(cents)}`,
  )
  return {
    words: joined([
      action.nature && natureWord(action.nature),
      action.designLevel && action.designLevel !== 'none' && designLevelWord(action.designLevel),
      action.needs.length > 0
        ? m.says_answers({ list: listed(action.needs.map(titleOf)) })
        : m.says_no_needs(),
      ...axes,
      ...(funds.length > 1 ? funds : funds.map((fund) => fund.replace(/ [^ ]*$/, ''))),
      timesOf(action),
      action.toCoverCents > 0 && m.says_to_cover({ amount: euro(action.toCoverCents) }),
    ]),
    amount:
      action.fundedCents > 0
        ? euro(action.fundedCents)
        : action.costCents !== null
          ? euro(action.costCents)
          : '',
  }
}

function timesOf({ start, end }: Action): string {
  if (start !== null && end !== null) return `${italianDate(start)}–${italianDate(end)}`
  if (start !== null) return m.says_from({ start: italianDate(start) })
  return end === null ? '' : m.says_until({ end: italianDate(end) })
}

/** A fund called by its source need not say it twice. */
const sourceNotIn = (title: string, source: string): string =>
  title.toLowerCase().includes(source.toLowerCase()) ? '' : source

/** Three titles at most: the rest is a number. */
function listed(titles: readonly string[]): string {
  const named = titles.slice(0, NAMED).map((title) => `«${shortened(title)}»`)
  const more = titles.length - named.length
  return more > 0 ? `${named.join(', ')} ${m.says_more({ count: more })}` : named.join(', ')
}

/** Cut at a space, where it has one. */
function shortened(title: string): string {
  if (title.length <= LONGEST) return title
  const space = title.lastIndexOf(' ', LONGEST)
  return `${title.slice(0, space > LONGEST / 2 ? space : LONGEST)}…`
}

const joined = (parts: readonly (string | false | null | undefined)[]): string =>
  parts.filter(Boolean).join(' · ')

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly CardId[]): Map<CardId, T[]> {
  const groups = new Map<CardId, T[]>()
  for (const item of items)
    for (const key of new Set(keysOf(item))) {
      const there = groups.get(key)
      if (there) there.push(item)
      else groups.set(key, [item])
    }
  return groups
}
