/** Readers differ on bare line ends and on spaces at the edges: quotes settle it. */
export const NEEDS_QUOTES = /[\r\n\u2028\u2029]|^\s|\s$/

/**
 * A cell that opens with one of these is run as a formula (OWASP, "CSV Injection"; the wide forms count in East Asian
 * settings); a code with a leading zero or more than fifteen digits would be rounded to a number.
 */
const COMPUTED = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]|^0\d+$|^\d{16,}$/

/** A text as a spreadsheet shows it and does not compute it: led by an apostrophe where it would. */
export const neutral = (text: string): string => (COMPUTED.test(text) ? `'${text}` : text)
