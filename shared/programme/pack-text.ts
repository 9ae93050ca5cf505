import { packMistakes } from './check-pack.ts'
import { jsonBreak } from './json-break.ts'
import { linesOf } from './json-lines.ts'
import type { PackFile } from './pack.ts'
import { placeName } from './shapes.ts'

/** A mistake in the text of a pack, for whoever wrote it. */
export interface PackMistake {
  /** Counted from one. */
  readonly line: number
  /** `axes[2].funds[0]`; empty where the whole text is meant. */
  readonly place: string
  readonly it: string
  readonly en: string
}

/**
 * A pack from the text of its file, or everything that is wrong with it, each with its line. `rules`: the IDs of the checks
 * that a profile may name.
 */
export function readPack(
  text: string,
  rules: readonly string[],
): { readonly pack: PackFile } | { readonly mistakes: readonly PackMistake[] } {
  let pack: unknown
  try {
    pack = JSON.parse(text)
  } catch {
    return { mistakes: [notJson(text)] }
  }
  const lines = linesOf(text)
  const mistakes = packMistakes(pack, rules).map(({ place, it, en }) => ({
    // What is missing has no line: that of what it is missing in.
    line: lines.get(JSON.stringify(place)) ?? lines.get(JSON.stringify(place.slice(0, -1))) ?? 1,
    place: placeName(place),
    it,
    en,
  }))
  return mistakes.length > 0
    ? { mistakes: mistakes.sort((a, b) => a.line - b.line) }
    : { pack: pack as PackFile }
}

/** `programma.json, riga 12: axes[2].funds[0]: ci vuole …`, in both languages. */
export const mistakeLine = (file: string, { line, place, it, en }: PackMistake): string =>
  `${file}, riga/line ${line}: ${place === '' ? '' : `${place}: `}${it} / ${en}`

function notJson(text: string): PackMistake {
  return {
    line: jsonBreak(text).line,
    place: '',
    it: 'qui il file non è più JSON: manca o c’è di troppo una virgola, una virgoletta o una parentesi',
    en: 'here the file is no longer JSON: a comma, a quote or a bracket is missing or too many',
  }
}
