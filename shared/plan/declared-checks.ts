import type { Declared } from '../board/fields.ts'
import type { CardId } from '../ids.ts'
import { sum, type Cents } from '../money.ts'
import type { Programme } from '../programme/programme.ts'
import { programmeNamed, sameProgramme } from '../programme/programme-name.ts'
import { remembered } from '../remembered.ts'
import { contextsOf } from './interventions.ts'
import type { Action, Context, DeclaredCheck, Intervention } from './plan.ts'

/** Each declared total beside the total computed within its programme, in that intervention. */
export function declaredChecks(
  interventions: readonly Intervention[],
  actions: ReadonlyMap<CardId, Action>,
  contexts: ReadonlyMap<CardId, Context>,
  programme: Programme,
): DeclaredCheck[] {
  return interventions.flatMap((intervention) =>
    intervention.declared.map((declared) => {
      const members = intervention.actions.flatMap((id) => actions.get(id) ?? [])
      const computedCents = totalWithin(
        programmeNamed(declared.programme, programme),
        members,
        contexts,
        programme,
      )
      return checked(declared, intervention.id, computedCents)
    }),
  )
}

const checked = remembered(
  (declared: Declared, intervention: CardId, computedCents: Cents): DeclaredCheck => ({
    ...declared,
    intervention,
    computedCents,
    unexplainedCents: declared.cents - computedCents,
  }),
)

/**
 * The money of one programme: the funding rows it pays and, when it is not the programme of the board, what the contexts
 * beside the actions carry of it. Contexts of the board's own programme would be counted twice with its rows.
 */
function totalWithin(
  name: string,
  actions: readonly Action[],
  contexts: ReadonlyMap<CardId, Context>,
  programme: Programme,
): Cents {
  const rows = actions.flatMap((action) => action.funding).filter((row) => sameProgramme(row.programme, name))
  const beside =
    name === programme.id
      ? []
      : contextsOf(actions, contexts).filter((context) => sameProgramme(context.programme, name))
  return sum([...rows.map((row) => row.cents), ...beside.map((context) => context.cents ?? 0)])
}
