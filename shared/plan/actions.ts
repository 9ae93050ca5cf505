import { survivorOf, type Board } from '../board/board.ts'
import type { Card, CardOf } from '../board/card.ts'
import type { LinkOf } from '../board/link.ts'
import type { CardId } from '../ids.ts'
import { sum } from '../money.ts'
import type { Programme } from '../programme/programme.ts'
import { programmeNamed } from '../programme/programme-name.ts'
import { remembered } from '../remembered.ts'
import type { LinksByEnd } from './links-by-end.ts'
import { tidy } from './plain-code.ts'
import type { Action, ActionAxis, Commitment, FundingRow } from './plan.ts'
import { unionOfTags } from './tags.ts'

/** An action of the plan from its card and the links at its ends. */
export function actionOf(
  card: CardOf<'action'>,
  cards: Board['cards'],
  links: LinksByEnd,
  programme: Programme,
): Action {
  const under = links.from('programmedUnder', card.id)
  const paid = links.to('finances', card.id)
  return made(
    card,
    programme,
    under,
    under.map((link) => cards.get(link.to)),
    paid,
    paid.map((link) => cards.get(link.from)),
    needsAnswered(card.id, cards, links),
    links.from('enables', card.id),
    links.to('commits', card.id),
    links.from('complements', card.id),
    links.to('complements', card.id),
  )
}

/** The same from all that it is made of, so that an action of which nothing changed stays the same object. */
const made = remembered(
  (
    card: CardOf<'action'>,
    programme: Programme,
    under: readonly LinkOf<'programmedUnder'>[],
    axisCards: readonly (Card | undefined)[],
    paid: readonly LinkOf<'finances'>[],
    fundCards: readonly (Card | undefined)[],
    needs: readonly CardId[],
    enables: readonly LinkOf<'enables'>[],
    commits: readonly LinkOf<'commits'>[],
    complements: readonly LinkOf<'complements'>[],
    complementing: readonly LinkOf<'complements'>[],
  ): Action => {
    const axes = under.flatMap((link, at) => axisOf(link, axisCards[at]))
    const funding = paid.flatMap((link, at) => rowOf(link, fundCards[at], axes, programme))
    const fundedCents = sum(funding.map((row) => row.cents))
    const costCents = card.costCents ?? null
    return {
      id: card.id,
      title: card.title,
      summary: card.body,
      intervention: (card.intervention as CardId | undefined) ?? null,
      nature: card.nature ?? null,
      designLevel: card.designLevel ?? null,
      start: card.start ?? null,
      end: card.end ?? null,
      operationCode: wordOrNull(card.operationCode),
      sameOperationAs: wordOrNull(card.sameOperationAs),
      cup: wordOrNull(card.cup && tidy(card.cup, 15)),
      needsPlace: card.needsPlace ?? false,
      places: unionOfTags([card.places ?? []]),
      targetGroups: unionOfTags([card.targetGroups ?? []]),
      indicators: card.indicators ?? [],
      classifications: card.classifications ?? [],
      themes: unique(card.themes ?? []),
      inferred: card.inferred ?? [],
      costCents,
      fundedCents,
      toCoverCents: costCents === null ? 0 : Math.max(0, costCents - fundedCents),
      axes,
      funding,
      needs,
      enables: enables.map((link) => ({
        link: link.id,
        action: link.to,
        reason: (link.reason ?? '').trim(),
      })),
      partners: commits.map(commitmentOf),
      complements: unique([...complements.map((link) => link.to), ...complementing.map((link) => link.from)]),
    }
  },
)

function axisOf(link: LinkOf<'programmedUnder'>, card: Card | undefined): ActionAxis[] {
  if (card?.kind !== 'axis') return []
  return [
    {
      card: card.id,
      link: link.id,
      code: wordOrNull(card.axis),
      title: card.title,
      specificObjective: wordOrNull(link.specificObjective),
    },
  ]
}

function rowOf(
  link: LinkOf<'finances'>,
  fund: Card | undefined,
  axes: readonly ActionAxis[],
  programme: Programme,
): FundingRow[] {
  if (fund?.kind !== 'fund') return []
  return [
    {
      link: link.id,
      fund: fund.id,
      fundTitle: fund.title,
      source: fund.fund ?? null,
      programme: programmeNamed(fund.programme, programme),
      cents: link.cents ?? 0,
      years: link.years ?? {},
      axis: axisCounted(link, axes),
    },
  ]
}

/** The axis named on the link if the action stands under it, else the only one it stands under, else none. */
function axisCounted(link: LinkOf<'finances'>, axes: readonly ActionAxis[]): string | null {
  const named = axes.find((axis) => axis.card === link.axis)
  if (named) return named.code
  const [first, ...others] = axes
  return first && others.every((axis) => axis.code === first.code) ? first.code : null
}

/** An answer to a need that was merged is an answer to the one that speaks for it. */
function needsAnswered(action: CardId, cards: Board['cards'], links: LinksByEnd): CardId[] {
  const survivors = links.from('answers', action).flatMap((link) => {
    const need = cards.get(link.to)
    return need?.kind === 'need' ? [survivorOf(need, cards)] : []
  })
  return unique(survivors)
}

const commitmentOf = (link: LinkOf<'commits'>): Commitment => ({
  link: link.id,
  partner: link.from,
  role: link.role ?? 'partner',
  commitment: link.commitment ?? null,
  value: link.value ?? '',
  cents: link.cents ?? null,
  state: link.state ?? 'proposed',
})

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]

const wordOrNull = (word: string | undefined): string | null => word?.trim() || null
