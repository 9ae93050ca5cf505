import { FUND_SOURCES, type CardOf, type FundSource } from '../board/card.ts'
import type { CardId } from '../ids.ts'
import { sum } from '../money.ts'
import { remembered } from '../remembered.ts'
import { sortedCodes } from './integration.ts'
import type { Action, Context, Intervention } from './plan.ts'
import { unionOfTags } from './tags.ts'

/** An intervention from its frame and its actions: everything but the words on the frame is drawn from the actions. */
export const interventionOf = (
  frame: CardOf<'intervention'>,
  actions: readonly Action[],
  contexts: ReadonlyMap<CardId, Context>,
): Intervention => made(frame, actions, contextsOf(actions, contexts))

const made = remembered(
  (
    frame: CardOf<'intervention'>,
    actions: readonly Action[],
    contexts: readonly Context[],
  ): Intervention => ({
    id: frame.id,
    title: frame.title,
    summary: frame.body,
    actions: actions.map((action) => action.id),
    axes: sortedCodes(actions.flatMap((action) => action.axes.flatMap((axis) => axis.code ?? []))),
    funds: sourcesOf(actions),
    places: unionOfTags([frame.places ?? [], ...actions.map((action) => action.places)]),
    targetGroups: unionOfTags([frame.targetGroups ?? [], ...actions.map((action) => action.targetGroups)]),
    arrangements: {
      design: (frame.arrangementDesign ?? '').trim(),
      recipients: (frame.arrangementRecipients ?? '').trim(),
      timing: (frame.arrangementTiming ?? '').trim(),
    },
    declared: frame.declared ?? [],
    spaces: frame.spaces ?? null,
    totalCents: sum(actions.map((action) => action.fundedCents)),
    costCents: sum(actions.map(costOf)),
    toCoverCents: sum(actions.map((action) => action.toCoverCents)),
    contextCents: sum(contexts.map((context) => context.cents ?? 0)),
    needs: each(actions.flatMap((action) => action.needs)),
    partners: each(actions.flatMap((action) => action.partners.map((commitment) => commitment.partner))),
  }),
)

/** What an action costs as far as anybody said: while nobody did, it counts as much as finances it. */
export const costOf = (action: Action): number => action.costCents ?? action.fundedCents

/** The contexts that complement some of the actions, each once. */
export const contextsOf = (
  actions: readonly Action[],
  contexts: ReadonlyMap<CardId, Context>,
): readonly Context[] =>
  each(actions.flatMap((action) => action.complements)).flatMap((id) => contexts.get(id) ?? [])

function sourcesOf(actions: readonly Action[]): FundSource[] {
  const found = new Set(actions.flatMap((action) => action.funding.map((row) => row.source)))
  return FUND_SOURCES.filter((source) => found.has(source))
}

const each = <T>(items: readonly T[]): T[] => [...new Set(items)]
