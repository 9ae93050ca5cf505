import { survivorOf, type Board } from '../board/board.ts'
import type { CardOf } from '../board/card.ts'
import type { LinkOf } from '../board/link.ts'
import type { CardId } from '../ids.ts'
import { sum } from '../money.ts'
import type { Programme } from '../programme/programme.ts'
import { programmeNamed } from '../programme/programme-name.ts'
import type { LinksByEnd } from './links-by-end.ts'
import type { Action, ActionAxis, Commitment, FundingRow } from './plan.ts'
import { unionOfTags } from './tags.ts'

/** An action of the plan from its card and the links at its ends. */
export function actionOf(
  card: CardOf<'action'>,
  cards: Board['cards'],
  links: LinksByEnd,
  programme: Programme,
): Action {
  const axes = links.from('programmedUnder', card.id).flatMap((link) => axisOf(link, cards))
  const funding = links.to('finances', card.id).flatMap((link) => rowOf(link, cards, axes, programme))
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
    cup: wordOrNull(card.cup),
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
    needs: needsAnswered(card.id, cards, links),
    enables: links
      .from('enables', card.id)
      .map((link) => ({ link: link.id, action: link.to, reason: (link.reason ?? '').trim() })),
    partners: links.to('commits', card.id).map(commitmentOf),
    complements: unique([
      ...links.from('complements', card.id).map((link) => link.to),
      ...links.to('complements', card.id).map((link) => link.from),
    ]),
  }
}

function axisOf(link: LinkOf<'programmedUnder'>, cards: Board['cards']): ActionAxis[] {
  const card = cards.get(link.to)
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
  cards: Board['cards'],
  axes: readonly ActionAxis[],
  programme: Programme,
): FundingRow[] {
  const fund = cards.get(link.from)
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
