export type Measure = (text: string) => number

/**
 * Breaks a text into at most `most` lines of a width, the first of them shorter by `indent`. What is left over becomes
 * "…" after the last whole word that fits; a word wider than a line is cut, and goes on in the next line or, where words
 * stay `whole`, ends the text. Words are measured one by one, so that a measure that remembers them is asked for few new ones.
 */
export function wrap(
  text: string,
  width: number,
  most: number,
  indent: number,
  measure: Measure,
  whole = false,
): string[] {
  let words: readonly string[] = text.split(/\s+/).filter((word) => word !== '')
  const lines: string[] = []
  while (words.length > 0 && lines.length < most) {
    const room = width - (lines.length === 0 ? indent : 0)
    const isLast = lines.length === most - 1
    const count = wordsThatFit(words, room, measure)
    if (count === words.length) return [...lines, words.join(' ')]
    if (isLast || (whole && count === 0)) return [...lines, ended(words, room, measure)]
    const [first = ''] = words
    if (count > 0) {
      lines.push(words.slice(0, count).join(' '))
      words = words.slice(count)
    } else if (lines.length === 0 && measure(first) <= width) {
      // Beside the indent there is less room than on the next line.
      lines.push('')
    } else {
      const head = startThatFits(first, room, measure)
      lines.push(head)
      words = [first.slice(head.length), ...words.slice(1)]
    }
  }
  return lines
}

function wordsThatFit(words: readonly string[], room: number, measure: Measure): number {
  const space = measure(' ')
  let used = 0
  for (const [index, word] of words.entries()) {
    used += measure(word) + (index === 0 ? 0 : space)
    if (used > room) return index
  }
  return words.length
}

function ended(words: readonly string[], room: number, measure: Measure): string {
  const left = room - measure('…')
  const count = wordsThatFit(words, left, measure)
  return `${count > 0 ? words.slice(0, count).join(' ') : startThatFits(words[0] ?? '', left, measure)}…`
}

/** The longest start of a word that fits, at least one character. */
function startThatFits(word: string, room: number, measure: Measure): string {
  let length = word.length
  while (length > 1 && measure(word.slice(0, length)) > room) length--
  return word.slice(0, length)
}
