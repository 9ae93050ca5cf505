import type { CardId } from '../../../../shared/ids.ts'
import { euro } from '../../../../shared/money.ts'
import type { Commitment } from '../../../../shared/plan/plan.ts'
import type { MoneyLine } from '../../../../shared/plan/views/money-lines.ts'
import { m } from '../../../paraglide/messages.js'
import { commitmentWord, type CommitmentKind } from '../../panels/words.ts'

/** What a partner puts on the table, money apart: «Volontari: 15 volontari». */
export const broughtWords = ({ commitment, value }: Commitment): string =>
  [commitment === null ? '' : commitmentWord(commitment as CommitmentKind), value.trim()]
    .filter((part) => part !== '')
    .join(': ')

/** A line as one chooses it from a list: the amount, whose it is, and for what. */
export function lineWords(line: MoneyLine, titleOf: (id: CardId) => string): string {
  const action = titleOf(line.action)
  switch (line.kind) {
    case 'fund':
      return `${euro(line.cents)} · ${titleOf(line.card)} → ${action}`
    case 'commitment': {
      const amount = line.cents === null ? [] : [euro(line.cents)]
      const what = [...amount, titleOf(line.card), broughtWords(line.commitment)].filter(
        (part) => part !== '',
      )
      return `${what.join(' · ')} → ${action}`
    }
    case 'year':
      return `${euro(line.cents)} · ${line.year ?? m.no_year()} · ${titleOf(line.card)} → ${action}`
    case 'toCover':
      return `${euro(line.cents)} · ${m.trace_still_to_cover()} → ${action}`
  }
}

/** What the way back from a line is called. */
export function wayOf(line: MoneyLine, titleOf: (id: CardId) => string): string {
  switch (line.kind) {
    case 'fund':
      return m.trace_way_row({ amount: euro(line.cents) })
    case 'commitment':
      return line.cents === null
        ? m.trace_way_brought({ partner: titleOf(line.card) })
        : m.trace_way_brought_amount({ partner: titleOf(line.card), amount: euro(line.cents) })
    case 'year':
      return line.year === null
        ? m.trace_way_row({ amount: euro(line.cents) })
        : m.trace_way_year({ amount: euro(line.cents), year: line.year })
    case 'toCover':
      return m.trace_way_to_cover({ amount: euro(line.cents) })
  }
}
