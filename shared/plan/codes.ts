import { plain } from './plain-code.ts'

/** The form of codes that people copy by hand: what can be told from the code alone. Spaces and case do not count. */

/** CUP, codice unico di progetto (Law 3/2003): the form that 290 of 290 real ones have. It carries no check digit. */
export const isCup = (code: string): boolean => /^[A-Z]\d{2}[A-Z]\d{11}$/.test(plain(code))

/**
 * Codice fiscale: 11 digits of a body, 16 characters of a person (D.M. 23/12/1976; the letters that stand for digits in
 * codes of namesakes are read too).
 */
export function isFiscalCode(code: string): boolean {
  const written = plain(code)
  if (/^\d{11}$/.test(written)) return luhn(written) % 10 === 0
  return (
    /^[A-Z]{6}[\dLMNP-V]{2}[A-EHLMPR-T][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]$/.test(written) &&
    personal(written)
  )
}

/** What an operation code says of its city, axis and objective (in digits), as far as the pattern names them. */
export interface OperationCodeParts {
  readonly city: string | null
  readonly axis: string | null
  readonly objective: string | null
}

/** Takes an operation code apart; null when it does not fit the pattern. */
export function operationCodeParts(code: string, pattern: string): OperationCodeParts | null {
  const found = new RegExp(pattern).exec(code.replace(/\s+/g, ''))
  const part = (name: string): string | null => found?.groups?.[name] ?? null
  return found && { city: part('city'), axis: part('axis'), objective: part('objective') }
}

/** Luhn's sum: every second digit from the right but one is doubled, the digits of the double added. */
const luhn = (digits: string): number =>
  [...digits].reverse().reduce((sum, digit, index) => {
    const worth = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return sum + (worth > 9 ? worth - 9 : worth)
  }, 0)

/** What a character is worth in an odd place, counted from one: 0-9, then A-Z, of which A-J are worth the same. */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]

function personal(code: string): boolean {
  const worth = (char: string): number =>
    /\d/.test(char) ? Number(char) : char.charCodeAt(0) - 'A'.charCodeAt(0)
  const sum = [...code.slice(0, 15)].reduce(
    (total, char, index) => total + (index % 2 === 0 ? (ODD[worth(char)] ?? 0) : worth(char)),
    0,
  )
  return String.fromCharCode('A'.charCodeAt(0) + (sum % 26)) === code[15]
}
