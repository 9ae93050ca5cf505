/** Colours of people at the table: dark enough for white letters on them (4.5:1), and told apart in a row. Clients name them, in this order. */
export const PERSON_COLOURS = [
  '#0066cc',
  '#a3352b',
  '#2f7d32',
  '#7b3fa0',
  '#8a5a00',
  '#00707c',
  '#b0297c',
  '#4b5fb0',
  '#5d6d1e',
  '#9c4a1a',
  '#33691e',
  '#455b71',
] as const

/** What those colours are called in Italian, in their order: the words of the page (`person_colours`), for files. */
const WORDS = 'blu rosso verde viola ocra petrolio fucsia indaco oliva ruggine bosco grigio'.split(' ')

/** "Ospite blu": who gave no name, as the page calls them in Italian; empty for a colour of nobody. */
export function guestOf(colour: string): string {
  const word = WORDS[(PERSON_COLOURS as readonly string[]).indexOf(colour)]
  return word === undefined ? '' : `Ospite ${word}`
}
