import { linksOfKind, ofKind, type Board } from '../board/board.ts'
import { outlineOf } from '../board/outline.ts'
import type { LinkOf } from '../board/link.ts'
import type { CardId } from '../ids.ts'
import type { Cents } from '../money.ts'
import type { Programme } from '../programme/programme.ts'
import { remembered } from '../remembered.ts'
import { actionOf } from './actions.ts'
import { declaredChecks } from './declared-checks.ts'
import type { Unchecked } from './check.ts'
import { interventionOf } from './interventions.ts'
import { ledgerOf } from './ledger.ts'
import { linksByEnd } from './links-by-end.ts'
import { needsOf } from './needs.ts'
import { axisCardOf, contextOf, fundCardOf, partnerOf } from './other-cards.ts'
import type { Action, Relation } from './plan.ts'

/**
 * The plan that a board yields under a programme, before its rules are asked. Total and pure: an unfinished board gives an
 * unfinished plan, never an error. Lists are in the reading order of the board.
 */
export function uncheckedPlan(board: Board, programme: Programme): Unchecked {
  const outline = outlineOf(board)
  const links = linksByEnd(board.links.values())
  const actionCards = [...outline.interventions.flatMap((group) => group.actions), ...outline.looseActions]
  const actions = actionCards.map((card) => actionOf(card, board.cards, links, programme))
  const actionById = new Map(actions.map((action) => [action.id, action]))
  const contexts = ofKind(outline.others, 'context').map((card) => contextOf(card, programme))
  const contextById = new Map(contexts.map((context) => [context.id, context]))
  const assigned = assignedByFund(actions)
  const funds = ofKind(outline.others, 'fund').map((card) =>
    fundCardOf(card, assigned.get(card.id) ?? 0, programme),
  )
  const interventions = outline.interventions.map(({ frame, actions: members }) =>
    interventionOf(
      frame,
      members.flatMap((card) => actionById.get(card.id) ?? []),
      contextById,
    ),
  )
  const declared = declaredChecks(interventions, actionById, contextById, programme)
  return {
    title: board.header.title,
    programme,
    city: programme.cities.find((city) => city.name === board.header.city) ?? null,
    interventions,
    actions,
    needs: needsOf(ofKind(outline.others, 'need'), board.cards, actions),
    axes: ofKind(outline.others, 'axis').map((card) => axisCardOf(card)),
    funds,
    partners: ofKind(outline.others, 'partner').map((card) => partnerOf(card)),
    contexts,
    relates: linksOfKind(board.links.values(), 'relates').map((link) => relationOf(link)),
    ledger: ledgerOf({ programme, actions, interventions, funds, contexts, declared }),
  }
}

const relationOf = remembered(({ id, from, to }: LinkOf<'relates'>): Relation => ({ link: id, from, to }))

function assignedByFund(actions: readonly Action[]): Map<CardId, Cents> {
  const assigned = new Map<CardId, Cents>()
  for (const { funding } of actions)
    for (const row of funding) assigned.set(row.fund, (assigned.get(row.fund) ?? 0) + row.cents)
  return assigned
}
