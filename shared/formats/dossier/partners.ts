import { euro } from '../../money.ts'
import type { Action, Commitment } from '../../plan/plan.ts'
import { table, type Block } from './blocks.ts'
import type { Book } from './book.ts'
import { COMMITMENT, named, PARTNER_TYPE, ROLE } from '../words.ts'

/** Who does what with which role, and what each puts on the table. */
export const partnersTable = (actions: readonly Action[], book: Book): Block =>
  table({
    widths: [30, 28, 18, 24],
    long: true,
    head: ['Soggetto', 'Azione', 'Ruolo', 'Impegno'],
    rows: actions.flatMap((action) =>
      action.partners.map((commitment) => [
        subject(commitment, book),
        named(action),
        ROLE[commitment.role],
        `${whatOf(commitment)}\n${commitment.state === 'confirmed' ? 'Confermato' : 'Proposto'}`,
      ]),
    ),
  })

function subject({ partner }: Commitment, book: Book): string {
  const one = book.partner(partner)
  if (!one) return ''
  return [
    named(one),
    [one.type ? PARTNER_TYPE[one.type] : '', one.sector].filter(Boolean).join(', '),
    one.taxCode ? `C.F. ${one.taxCode}` : '',
    one.runts ? `RUNTS n. ${one.runts}` : '',
  ].join('\n')
}

const whatOf = ({ commitment, value, cents }: Commitment): string =>
  [commitment ? (COMMITMENT[commitment] ?? commitment) : '', value, cents === null ? '' : euro(cents)]
    .filter((part) => part.trim() !== '')
    .join(', ')
