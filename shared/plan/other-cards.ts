import { isThirdSector, type CardOf } from '../board/card.ts'
import type { Cents } from '../money.ts'
import type { Programme } from '../programme/programme.ts'
import { programmeNamed } from '../programme/programme-name.ts'
import { remembered } from '../remembered.ts'
import { tidy } from './plain-code.ts'
import type { AxisCard, Context, FundCard, Partner } from './plan.ts'
import { unionOfTags } from './tags.ts'

/** The cards around the actions as the plan names them: axes, funds, partners and contexts. */
export const axisCardOf = remembered((card: CardOf<'axis'>): AxisCard => ({
  id: card.id,
  title: card.title,
  code: card.axis?.trim() || null,
}))

/** `assignedCents`: the sum of what its links give. */
export const fundCardOf = remembered(
  (card: CardOf<'fund'>, assignedCents: Cents, programme: Programme): FundCard => ({
    id: card.id,
    title: card.title,
    source: card.fund ?? null,
    programme: programmeNamed(card.programme, programme),
    ceilingCents: card.ceilingCents ?? null,
    euRate: card.euRate ?? null,
    assignedCents,
  }),
)

export const partnerOf = remembered((card: CardOf<'partner'>): Partner => ({
  id: card.id,
  title: card.title,
  type: card.partnerType ?? null,
  thirdSector: isThirdSector(card.partnerType),
  taxCode: tidy(card.taxCode ?? '', 11, 16).trim() || null,
  runts: card.runts?.trim() || null,
  sector: (card.sector ?? '').trim(),
}))

/** A context runs with other money: without a name its programme is unknown, not the one of the board. */
export const contextOf = remembered((card: CardOf<'context'>, programme: Programme): Context => ({
  id: card.id,
  title: card.title,
  text: card.body,
  programme: card.programme?.trim() ? programmeNamed(card.programme, programme) : '',
  cents: card.cents ?? null,
  places: unionOfTags([card.places ?? []]),
  targetGroups: unionOfTags([card.targetGroups ?? []]),
  operationCode: card.operationCode?.trim() || null,
  themes: [...new Set(card.themes ?? [])],
}))
