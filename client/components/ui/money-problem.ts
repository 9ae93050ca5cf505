import type { MoneyReading } from '../../../shared/money.ts'
import { m } from '../../paraglide/messages.js'

export type MoneyTrouble = Extract<MoneyReading, { ok: false }>['reason']

const PROBLEMS: Readonly<Record<MoneyTrouble, () => string>> = {
  empty: m.field_money_not_a_number,
  notANumber: m.field_money_not_a_number,
  ambiguous: m.field_money_ambiguous,
  tooManyDecimals: m.field_money_decimals,
  negative: m.field_money_negative,
  outOfRange: m.field_money_range,
}

/** Why what somebody typed is no amount, and how to write one. */
export const moneyProblem = (reason: MoneyTrouble): string => PROBLEMS[reason]()
