import { folded } from './search-cards.ts'

/** A stretch of a text, and whether it is one of the words that were searched for. */
export interface Stretch {
  readonly text: string
  readonly hit: boolean
}

/** A text cut where the words of a query stand in it, without minding case, accents and apostrophes. */
export function marked(text: string, query: string): readonly Stretch[] {
  const letters = [...text]
  const hits = letters.map(() => false)
  const plain = letters.map((letter) => folded(letter).padEnd(1, '\u0000').slice(0, 1)).join('')
  for (const word of folded(query.trim()).split(/\s+/).filter(Boolean))
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1))
      hits.fill(true, at, at + word.length)
  const stretches: { text: string; hit: boolean }[] = []
  letters.forEach((letter, at) => {
    const last = stretches.at(-1)
    const hit = hits[at] ?? false
    if (last?.hit === hit) last.text += letter
    else stretches.push({ text: letter, hit })
  })
  return stretches
}
