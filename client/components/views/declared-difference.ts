import { euro } from '../../../shared/money.ts'
import type { DeclaredCheck } from '../../../shared/plan/plan.ts'
import { m } from '../../paraglide/messages.js'

/** A declared total beside the computed one, in words. */
export const differenceWords = ({ unexplainedCents }: Pick<DeclaredCheck, 'unexplainedCents'>): string =>
  unexplainedCents === 0
    ? m.equal()
    : unexplainedCents > 0
      ? m.unexplained({ amount: euro(unexplainedCents) })
      : m.beyond_declared({ amount: euro(-unexplainedCents) })
