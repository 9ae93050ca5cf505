import type { CardId } from '../../../shared/ids.ts'
import { euro } from '../../../shared/money.ts'
import type { Fate } from '../../../shared/plan/plan.ts'
import { m } from '../../paraglide/messages.js'

/** What became of a need, in one sentence. */
export function fateSentence(fate: Fate, titleOf: (id: CardId) => string): string {
  const titles = (ids: readonly CardId[]): string => ids.map((id) => `«${titleOf(id)}»`).join(', ')
  switch (fate.kind) {
    case 'raised':
      return m.fate_raised()
    case 'merged':
      return m.fate_merged({ title: titleOf(fate.into) })
    case 'answered':
      return m.fate_answered({ actions: titles(fate.actions) })
    case 'financed':
      return m.fate_financed({
        actions: titles(fate.actions),
        amount: euro(fate.cents),
        funds: fate.funds.map(titleOf).join(', '),
      })
    case 'notTakenUp':
      return m.fate_not_taken_up({ because: fate.because })
  }
}
