/**
 * A code without what people put in it to read it better, or brought along when they copied it: spaces, line ends, the marks
 * of no width that word processors and web pages have.
 */
export const plain = (code: string): string =>
  code.replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g, '').toUpperCase()

/** A code as registers write it when it is as long as one of its kind; anything else stays as it was written. */
export function tidy(code: string, ...lengths: readonly number[]): string {
  const written = plain(code)
  return lengths.includes(written.length) ? written : code
}
