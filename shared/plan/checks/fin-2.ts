import { euro } from '../../money.ts'
import { remembered } from '../../remembered.ts'
import { fill } from '../act.ts'
import { fails, holds } from '../answers.ts'
import type { Answer, Check } from '../check.ts'
import { groupedBy } from '../grouped-by.ts'
import type { FundCard, LedgerRow } from '../plan.ts'
import { quoted } from '../wording.ts'

/** A fund gives no more than its ceiling. Funds without a ceiling have nothing to exceed. */
export const fin2: Check = {
  id: 'FIN-2',
  title: { it: 'Il tetto del fondo è rispettato', en: 'The ceiling of the fund is kept' },
  run(plan) {
    const linked = groupedBy(plan.ledger.rows, (row) => [row.fund])
    return plan.funds.flatMap((fund) => answersFor(fund, linked.get(fund.id) ?? []))
  },
}

const answersFor = remembered((fund: FundCard, rows: readonly LedgerRow[]): Answer | readonly Answer[] => {
  if (fund.ceilingCents === null) return []
  const name = quoted(fund)
  const subject = {
    intervention: null,
    cards: [fund.id, ...new Set(rows.map((row) => row.action))],
    links: rows.map((row) => row.link),
  }
  const [assigned, ceiling] = [euro(fund.assignedCents), euro(fund.ceilingCents)]
  if (fund.assignedCents <= fund.ceilingCents)
    return holds(subject, {
      it: `${name.it} assegna ${assigned} su un tetto di ${ceiling}.`,
      en: `${name.en} assigns ${assigned} within its ceiling of ${ceiling}.`,
    })
  const excess = euro(fund.assignedCents - fund.ceilingCents)
  return fails(
    subject,
    {
      it: `${name.it} assegna ${assigned}: ${excess} oltre il tetto di ${ceiling}.`,
      en: `${name.en} assigns ${assigned}: ${excess} beyond its ceiling of ${ceiling}.`,
    },
    {
      it: 'Riduci un importo, usa un altro fondo o correggi il tetto.',
      en: 'Lower an amount, use another fund or correct the ceiling.',
    },
    fill(fund.id, 'ceilingCents'),
  )
})
